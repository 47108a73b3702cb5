import CCurl
import Synchronization

/// Sends HTTP requests to carriers, over connections that are kept and reused.
///
/// One thread owns libcurl's handles (`TransferLoop`); callers put requests in its `Inbox` and wait. Redirects are
/// not followed, TLS certificates are verified, HTTP/2 is used where TLS offers it (libcurl's default), and a request
/// that isn't idempotent is never sent twice.
package final class HTTPClient: Sendable {
    private let inbox: Inbox
    private let settings: Settings
    private let lastID = Atomic<UInt64>(0)

    /// Starts the client's thread. Throws `.other` when the system has no memory or thread for it.
    package init(settings: Settings = Settings()) throws(HTTPFault) {
        guard isCurlReady, let multi = curl_multi_init() else {
            throw .other(code: Int(CURLE_FAILED_INIT.rawValue))
        }
        let inbox = Inbox(waker: Waker(multi: multi))
        let hasStarted = startThread {
            var loop = TransferLoop(inbox: inbox, settings: settings)
            loop.run()
        }
        guard hasStarted else {
            inbox.seal()
            curl_multi_cleanup(multi)
            throw .other(code: Int(CURLE_FAILED_INIT.rawValue))
        }
        self.inbox = inbox
        self.settings = settings
    }

    deinit {
        inbox.close(by: .now, then: nil)
    }

    /// Sends the request and waits for the whole answer, of any status. Cancelling the task ends it at once.
    package func send(_ request: OutgoingRequest) async throws(HTTPFault) -> IncomingResponse {
        try request.check()
        let id = RequestID(number: lastID.wrappingAdd(1, ordering: .relaxed).newValue)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { inbox.submit(Job(id: id, request: request, continuation: $0)) }
        } onCancel: {
            inbox.cancel(id)
        }
        return try outcome.get()
    }

    /// Takes no more requests, waits for those under way up to `closingGrace`, and fails the rest with `.closed`.
    /// On return the client's connections are gone. A second call waits for the same end.
    package func close() async {
        await withCheckedContinuation { inbox.close(by: .now + settings.closingGrace, then: $0) }
    }
}

/// libcurl's process-wide set-up, done once before the first handle.
private let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
