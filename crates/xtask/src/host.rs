//! The loopback host: the built page, and the commands of one workspace as `POST /call/<name>`, on 127.0.0.1 alone.
//!
//! For tests in a plain browser, where the window's own door cannot be reached. It is no server for people:
//! it takes only calls that name this very address as host, so that no other page can reach it.

use api::{Code, Context, Door, Opening, Problem, Wanted};
use axum::extract::{Path as Name, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::Value;
use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The largest request: a pasted file, in base64.
const LARGEST: usize = 80 * 1024 * 1024;

struct Wish {
    workspace: Option<PathBuf>,
    port: u16,
    page: PathBuf,
    read_only: bool,
}

fn wish(root: &Path, mut words: impl Iterator<Item = String>) -> io::Result<Wish> {
    let mut wish = Wish { workspace: None, port: 0, page: root.join("ui/dist"), read_only: false };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| io::Error::other(format!("{word} needs a value")));
        match word.as_str() {
            "--workspace" => wish.workspace = Some(value()?.into()),
            "--page" => wish.page = value()?.into(),
            "--port" => wish.port = value()?.parse().map_err(io::Error::other)?,
            "--read-only" => wish.read_only = true,
            _ => return Err(io::Error::other(format!("{word} means nothing here"))),
        }
    }
    Ok(wish)
}

/// Serves until the process is ended; prints the address once it listens.
///
/// *Errors*: when the words mean nothing, the workspace does not open, or the port is taken.
pub fn serve(root: &Path, words: impl Iterator<Item = String>) -> io::Result<()> {
    let wish = wish(root, words)?;
    let wanted = if wish.read_only { Wanted::Read } else { Wanted::WriteOrRead };
    let door = Door::open(Opening::of(wish.workspace, wanted, "window"))
        .map_err(|problem| io::Error::other(problem.message))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_io().build()?;
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, wish.port)).await?;
        let address = listener.local_addr()?.to_string();
        writeln!(io::stdout(), "http://{address}/")?;
        io::stdout().flush()?;
        axum::serve(listener, routes(Arc::new(door), &wish.page, address)).await
    })
}

fn routes(door: Arc<Door>, page: &Path, address: String) -> Router {
    let fresh =
        SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Router::new()
        .route("/call/{name}", post(call))
        .with_state(door)
        .fallback_service(ServeDir::new(page))
        .layer(axum::extract::DefaultBodyLimit::max(LARGEST))
        .layer(fresh)
        .layer(middleware::from_fn(move |request: Request, next: Next| {
            let ours = is_ours(&request, &address);
            async move { if ours { next.run(request).await } else { StatusCode::FORBIDDEN.into_response() } }
        }))
}

/// Whether a request names this address as its host, and comes from no other page.
fn is_ours(request: &Request, address: &str) -> bool {
    let says = |name| request.headers().get(name).map(|value: &HeaderValue| value.as_bytes());
    let origin = format!("http://{address}");
    says(header::HOST) == Some(address.as_bytes())
        && says(header::ORIGIN).is_none_or(|from| from == origin.as_bytes())
}

async fn call(
    State(door): State<Arc<Door>>,
    Name(name): Name<String>,
    Json(request): Json<Value>,
) -> Response {
    let run = move || door.call(&name, request, &Context { blind: true, ..Context::default() });
    let answer = tokio::task::spawn_blocking(run)
        .await
        .unwrap_or_else(|error| Err(Problem::new(Code::Internal, format!("the command broke off: {error}"))));
    match answer {
        Ok(value) => Json(value).into_response(),
        Err(problem) => (StatusCode::BAD_REQUEST, Json(problem)).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn asks(host: &str, origin: Option<&str>) -> bool {
        let mut request = Request::builder().uri("/").header(header::HOST, host);
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        is_ours(&request.body(Body::empty()).unwrap(), "127.0.0.1:9")
    }

    #[test]
    fn only_its_own_page_is_answered() {
        assert!(asks("127.0.0.1:9", None), "the page itself is fetched without an origin");
        assert!(asks("127.0.0.1:9", Some("http://127.0.0.1:9")), "the page calls");
        assert!(!asks("127.0.0.1:9", Some("http://example.org")), "another page does not reach it");
        assert!(!asks("example.org:9", None), "nor does a name that was turned to loopback");
    }
}
