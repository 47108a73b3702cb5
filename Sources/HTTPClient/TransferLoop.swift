import CCurl

/// The life of the client's thread: take the post, let libcurl work, hand out what is done, wait.
///
/// Made and used on that thread alone, like every handle in it.
struct TransferLoop {
    private let inbox: Inbox
    private let settings: HTTPClient.Settings
    private let multi: UnsafeMutableRawPointer
    private var running: [RequestID: Transfer] = [:]
    /// No request runs out of time before this; all may be done by then.
    private var nextDeadline: ContinuousClock.Instant?
    /// Handles that wait for their next request, at most as many as there may be connections.
    private var spare: [UnsafeMutableRawPointer] = []

    init(inbox: Inbox, settings: HTTPClient.Settings) {
        self.inbox = inbox
        self.settings = settings
        multi = inbox.waker.multi
        ccurl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, max(1, settings.maximumConnectionsPerHost))
        ccurl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, max(1, settings.maximumConnections))
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, settings.maximumConnections))
    }

    /// Works until the client is closed, then frees everything.
    mutating func run() {
        var active: Int32 = 0
        while true {
            let post = inbox.collect()
            for job in post.jobs { start(job) }
            for id in post.cancelled { abandon(id) { .cancelled(beforeSending: $0) } }
            curl_multi_perform(multi, &active)
            finishDone()
            let now = ContinuousClock.now
            abandonOverdue(at: now)
            if let end = post.deadline, running.isEmpty || end <= now { break }
            // libcurl itself wakes earlier for its own timers.
            let wake = min(post.deadline ?? now + .seconds(60), nextDeadline ?? now + .seconds(60))
            curl_multi_poll(multi, nil, 0, Int32((wake - now).curlMilliseconds), nil)
        }
        end()
    }

    private mutating func start(_ job: Job) {
        guard let easy = spare.popLast() ?? curl_easy_init() else {
            job.continuation.resume(returning: .failure(.other(code: Int(CURLE_OUT_OF_MEMORY.rawValue))))
            return
        }
        let transfer = Transfer(job, on: easy, settings)
        guard transfer.prepare(settings), curl_multi_add_handle(multi, easy) == CURLM_OK else {
            recycle(easy)
            transfer.finish(.failure(.other(code: Int(CURLE_FAILED_INIT.rawValue))))
            return
        }
        running[job.id] = transfer
        nextDeadline = min(nextDeadline ?? transfer.deadline, transfer.deadline)
    }

    private mutating func finishDone() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let transfer = Transfer.of(message.pointee.easy_handle) else {
                continue
            }
            // Read before the handle leaves, because the message goes with it.
            let outcome = transfer.outcome(message.pointee.data.result)
            release(transfer)
            transfer.finish(outcome)
        }
    }

    /// libcurl's own `CURLOPT_TIMEOUT_MS` is not enough: it does not end a request that waits for a free connection.
    private mutating func abandonOverdue(at now: ContinuousClock.Instant) {
        guard let deadline = nextDeadline, deadline <= now else { return }
        for transfer in Array(running.values) where transfer.deadline <= now {
            abandon(transfer.id) { .timedOut(beforeSending: $0) }
        }
        nextDeadline = running.values.lazy.map(\.deadline).min()
    }

    private mutating func abandon(_ id: RequestID, _ fault: (_ beforeSending: Bool) -> HTTPFault) {
        guard let transfer = running[id] else { return }
        let outcome = Job.Outcome.failure(fault(!transfer.hasSent))
        release(transfer)
        transfer.finish(outcome)
    }

    private mutating func release(_ transfer: Transfer) {
        running[transfer.id] = nil
        curl_multi_remove_handle(multi, transfer.easy)
        recycle(transfer.easy)
    }

    private mutating func recycle(_ easy: UnsafeMutableRawPointer) {
        guard spare.count < settings.maximumConnections else { return curl_easy_cleanup(easy) }
        curl_easy_reset(easy)
        spare.append(easy)
    }

    private mutating func end() {
        let closers = inbox.seal()
        for id in Array(running.keys) { abandon(id) { .closed(beforeSending: $0) } }
        for easy in spare { curl_easy_cleanup(easy) }
        curl_multi_cleanup(multi)
        for closer in closers { closer.resume() }
    }
}
