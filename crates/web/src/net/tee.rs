//! Writes down what goes over a connection, between HTTP and TLS: what a server really said, not what a library made of it.

use super::line::Lines;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, Either, NextTimeout, Transport};

/// Puts a tee into every connection to a server of the web.
#[derive(Debug)]
pub(super) struct TeeConnector {
    pub(super) lines: Lines,
    /// The connection to a proxy is set up by a run of its own, which is not written down.
    pub(super) behind_proxy: bool,
}

impl<In: Transport> Connector<In> for TeeConnector {
    type Out = Either<In, Tee<In>>;

    fn connect(
        &self,
        details: &ConnectionDetails,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, ureq::Error> {
        let Some(inner) = chained else { return Ok(None) };
        if self.behind_proxy && details.config.proxy().is_none() {
            return Ok(Some(Either::A(inner)));
        }
        let numbers = (!self.behind_proxy).then(|| details.addrs.first().map(|number| number.ip())).flatten();
        self.lines.goes_to(numbers);
        Ok(Some(Either::B(Tee { inner, lines: self.lines.clone() })))
    }
}

/// A connection that writes down.
#[derive(Debug)]
pub(super) struct Tee<T> {
    inner: T,
    lines: Lines,
}

impl<T: Transport> Transport for Tee<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), ureq::Error> {
        let output = self.inner.buffers().output();
        self.lines.sent(&output[..amount.min(output.len())]);
        self.inner.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, ureq::Error> {
        let before = self.inner.buffers().input().len();
        let more = self.inner.await_input(timeout)?;
        if let Some(new) = self.inner.buffers().input().get(before..) {
            self.lines.came(new)?;
        }
        Ok(more)
    }

    fn is_open(&mut self) -> bool {
        // One connection for one exchange: what is written down is then that exchange and nothing else.
        false
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}
