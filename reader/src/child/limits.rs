//! The limits that the child lays on itself before it reads a byte of a foreign file.
//!
//! | | Linux | macOS | Windows |
//! |---|---|---|---|
//! | memory, processor time, open files, no file written, no core dump | yes | yes, but memory only in part | no |
//! | no new privileges, no other file opened, no network, no program started | yes | no | no |
//! | time on the clock, length of the answer | kept by the parent, everywhere | | |

use std::io;

/// How much memory the parsers may take, beyond what the program takes by standing there.
#[cfg(unix)]
const MEMORY: u64 = 1536 * 1024 * 1024;
/// Seconds on the processor.
#[cfg(unix)]
const SECONDS: u64 = 120;
#[cfg(unix)]
const FILES: u64 = 32;

/// What can be limited before the file is opened.
#[cfg(unix)]
pub fn lay() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |resource, value: u64| {
        setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) }).map_err(io::Error::from)
    };
    limit(Resource::Core, 0)?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Nofile, FILES)?;
    // The second, harder limit ends a program that does not listen to the first.
    setrlimit(Resource::Cpu, Rlimit { current: Some(SECONDS), maximum: Some(SECONDS + 2) })?;
    // Some systems refuse this one; the parent's clock is left.
    let memory = limit(Resource::As, MEMORY.saturating_add(standing()));
    if cfg!(target_os = "linux") { memory } else { Ok(()) }
}

/// How much memory is taken already, mapped libraries included.
#[cfg(target_os = "linux")]
fn standing() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    pages.unwrap_or(0) * rustix::param::page_size() as u64
}

#[cfg(all(unix, not(target_os = "linux")))]
fn standing() -> u64 {
    4 * 1024 * 1024 * 1024
}

#[cfg(not(unix))]
pub fn lay() -> io::Result<()> {
    Ok(())
}

/// Shuts the door: from here on nothing can be opened, sent or started.
#[cfg(target_os = "linux")]
pub fn shut() -> io::Result<()> {
    rustix::thread::set_no_new_privs(true)?;
    shut_files().map_err(io::Error::other)?;
    shut_calls()
}

#[cfg(not(target_os = "linux"))]
pub fn shut() -> io::Result<()> {
    Ok(())
}

/// No file, folder or port of any sort, as far as this kernel knows how.
#[cfg(target_os = "linux")]
fn shut_files() -> Result<(), landlock::RulesetError> {
    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, Scope};
    Ruleset::default()
        .handle_access(AccessFs::from_all(ABI::V6))?
        .handle_access(AccessNet::from_all(ABI::V6))?
        .scope(Scope::from_all(ABI::V6))?
        .create()?
        .restrict_self()
        .map(|_| ())
}

/// The calls themselves, which every kernel of these machines can refuse.
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn shut_calls() -> io::Result<()> {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};
    let rules = refused().into_iter().map(|call| (call, Vec::new())).collect();
    let arch = std::env::consts::ARCH.try_into().map_err(io::Error::other)?;
    let refuse = SeccompAction::Errno(libc::EPERM as u32);
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, refuse, arch).map_err(io::Error::other)?;
    let program = BpfProgram::try_from(filter).map_err(io::Error::other)?;
    seccompiler::apply_filter(&program).map_err(io::Error::other)
}

#[cfg(all(target_os = "linux", not(any(target_arch = "x86_64", target_arch = "aarch64"))))]
fn shut_calls() -> io::Result<()> {
    Ok(())
}

/// Opening, changing and naming files; sockets; other programs and processes; the kernel's stranger rooms.
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn refused() -> Vec<libc::c_long> {
    let calls = vec![
        libc::SYS_openat,
        libc::SYS_openat2,
        libc::SYS_open_by_handle_at,
        libc::SYS_unlinkat,
        libc::SYS_renameat,
        libc::SYS_renameat2,
        libc::SYS_mkdirat,
        libc::SYS_mknodat,
        libc::SYS_linkat,
        libc::SYS_symlinkat,
        libc::SYS_truncate,
        libc::SYS_ftruncate,
        libc::SYS_fchmod,
        libc::SYS_fchmodat,
        libc::SYS_fchown,
        libc::SYS_fchownat,
        libc::SYS_utimensat,
        libc::SYS_setxattr,
        libc::SYS_fsetxattr,
        libc::SYS_chroot,
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_pivot_root,
        libc::SYS_memfd_create,
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept,
        libc::SYS_accept4,
        libc::SYS_sendto,
        libc::SYS_sendmsg,
        libc::SYS_sendmmsg,
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_kill,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_pidfd_open,
        libc::SYS_pidfd_getfd,
        libc::SYS_pidfd_send_signal,
        libc::SYS_setns,
        libc::SYS_unshare,
        libc::SYS_setrlimit,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_io_uring_setup,
        libc::SYS_io_uring_enter,
        libc::SYS_io_uring_register,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_keyctl,
        libc::SYS_shmget,
        libc::SYS_msgget,
        libc::SYS_mq_open,
        libc::SYS_init_module,
        libc::SYS_finit_module,
        libc::SYS_kexec_load,
        libc::SYS_reboot,
    ];
    #[cfg(target_arch = "x86_64")]
    let calls = {
        let older = [
            libc::SYS_open,
            libc::SYS_creat,
            libc::SYS_unlink,
            libc::SYS_rename,
            libc::SYS_mkdir,
            libc::SYS_rmdir,
            libc::SYS_mknod,
            libc::SYS_link,
            libc::SYS_symlink,
            libc::SYS_chmod,
            libc::SYS_chown,
            libc::SYS_lchown,
            libc::SYS_fork,
            libc::SYS_vfork,
        ];
        calls.into_iter().chain(older).collect()
    };
    calls
}
