//! A server of our own on loopback: says exactly the bytes that a test wants, as slowly as it wants, and remembers who asked for what.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A request as it came: the path, and its headers in small letters.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Method.
    #[allow(dead_code)]
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    #[allow(dead_code)]
    pub body: String,
}

impl Asked {
    /// A header.
    #[allow(dead_code)]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The line to a client.
pub struct Line(TcpStream);

impl Line {
    /// Sends these bytes; whether the client still hears.
    pub fn say(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.0.write_all(bytes.as_ref()).and_then(|()| self.0.flush()).is_ok()
    }

    /// A whole answer of 200 with that type.
    pub fn answer(&mut self, media_type: &str, body: impl AsRef<[u8]>) {
        let body = body.as_ref();
        self.say(format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        ));
        self.say(body);
    }

    /// A redirect.
    #[allow(dead_code)]
    pub fn lead(&mut self, status: u16, to: &str) {
        self.say(format!("HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"));
    }

    /// The next request on the same line: what comes after a `CONNECT`.
    #[allow(dead_code)]
    pub fn next(&mut self) -> Option<Asked> {
        read(&self.0)
    }

    /// Waits.
    #[allow(dead_code)]
    pub fn wait(&self, milliseconds: u64) {
        std::thread::sleep(Duration::from_millis(milliseconds));
    }
}

/// A server that runs until it is dropped.
pub struct Server {
    at: SocketAddr,
    over: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Starts one that answers with this.
    pub fn start(answer: impl Fn(&Asked, &mut Line) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let server = Self { at: listener.local_addr().unwrap(), over: Arc::default(), asked: Arc::default() };
        let (over, asked, answer) = (Arc::clone(&server.over), Arc::clone(&server.asked), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let (asked, answer) = (Arc::clone(&asked), Arc::clone(&answer));
                std::thread::spawn(move || {
                    let Some(request) = read(&stream) else { return };
                    asked.lock().unwrap().push(request.clone());
                    let _ = stream.set_nodelay(true);
                    answer(&request, &mut Line(stream));
                });
            }
        });
        server
    }

    /// The address of a path on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// Its port.
    #[allow(dead_code)]
    pub fn port(&self) -> u16 {
        self.at.port()
    }

    /// The requests that came.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// How often a path was asked for.
    #[allow(dead_code)]
    pub fn times(&self, path: &str) -> usize {
        self.asked().iter().filter(|asked| asked.path == path).count()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.at);
    }
}

fn read(stream: &TcpStream) -> Option<Asked> {
    stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
    let mut lines = BufReader::new(stream.try_clone().ok()?);
    let mut first = String::new();
    lines.read_line(&mut first).ok()?;
    let mut words = first.split(' ').map(str::to_owned);
    let (method, path) = (words.next()?, words.next()?);
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        lines.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let size =
        headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let mut body = vec![0; size.unwrap_or(0)];
    std::io::Read::read_exact(&mut lines, &mut body).ok()?;
    Some(Asked { method, path, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

/// A page with pictures, a style sheet that takes in another, a face, a script: `resources` things in all.
pub fn page(asked: &Asked, line: &mut Line, resources: usize) {
    match asked.path.as_str() {
        "/page" => {
            let pictures: String = (4..resources)
                .map(|n| format!("<p>Line {n} <img src='/p/{n}.png' alt='p{n}'></p>"))
                .collect();
            line.answer(
                "text/html; charset=utf-8",
                format!(
                    "<!DOCTYPE html><html><head><title>The page</title><link rel=stylesheet href=/s.css>\
                     <script src=/s.js></script></head><body><h1>What happened</h1>{pictures}</body></html>"
                ),
            );
        }
        "/s.css" => line.answer("text/css", "@import '/t.css'; h1 { color: red }"),
        "/t.css" => line.answer("text/css", "@font-face { font-family: x; src: url(/f.woff2) } "),
        "/f.woff2" => line.answer("font/woff2", vec![7; 20_000]),
        "/s.js" => line.answer("text/javascript", "document.title = 'run'"),
        path if path.starts_with("/p/") => {
            line.answer("image/png", [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![1; 10_000]].concat())
        }
        _ => {
            line.say("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");
        }
    }
}
