import CCurl

/// One request under way: what libcurl's callbacks read from and write to.
///
/// A class because libcurl holds its address; the loop's dictionary keeps it alive as long.
final class Transfer {
    let easy: UnsafeMutableRawPointer
    /// When the loop gives it up.
    let deadline: ContinuousClock.Instant
    private let job: Job
    private var options: TransferOptions
    private var head = ResponseHead()
    private var body: [UInt8] = []
    private var sentBytes = 0
    private var room: Int
    private var isTooLarge = false

    init(_ job: Job, on easy: UnsafeMutableRawPointer, _ settings: HTTPClient.Settings) {
        self.job = job
        self.easy = easy
        deadline = .now + (job.request.timeout ?? settings.totalTimeout)
        options = TransferOptions(easy: easy)
        room = settings.maximumResponse
    }

    deinit {
        options.free()
    }

    var id: RequestID { job.id }

    /// Whether any byte of the request may have left.
    var hasSent: Bool {
        var size = 0
        return ccurl_get_long(easy, CURLINFO_REQUEST_SIZE, &size) != CURLE_OK || size > 0
    }

    /// The transfer that this handle was prepared for.
    static func of(_ easy: UnsafeMutableRawPointer?) -> Transfer? {
        var address: UnsafeMutableRawPointer?
        guard ccurl_get_pointer(easy, CURLINFO_PRIVATE, &address) == CURLE_OK, let address else { return nil }
        return Unmanaged<Transfer>.fromOpaque(address).takeUnretainedValue()
    }

    /// Sets every option of the handle; false when libcurl refuses one, so that nothing is sent half configured.
    func prepare(_ settings: HTTPClient.Settings) -> Bool {
        options.set(settings)
        options.set(job.request)
        options.set(callbacksOf: Unmanaged.passUnretained(self).toOpaque())
        return options.areSet
    }

    /// What the caller gets, now that libcurl is done with this result.
    func outcome(_ result: CURLcode) -> Job.Outcome {
        guard !isTooLarge else { return .failure(.tooLarge) }
        guard result == CURLE_OK else { return .failure(HTTPFault(result, hasSent: hasSent)) }
        var status = 0
        ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        // libcurl is content with a head that the end of the connection cut short, or with an interim one.
        guard head.isComplete, status >= 200 else { return .failure(.closedEarly) }
        return .success(IncomingResponse(status: status, headers: head.fields, body: body))
    }

    /// Wakes the caller.
    func finish(_ outcome: Job.Outcome) {
        job.continuation.resume(returning: outcome)
    }

    /// Takes a piece of the decoded body; false ends the transfer.
    func receive(body piece: UnsafeRawBufferPointer) -> Bool {
        guard take(piece.count) else { return false }
        body.append(contentsOf: piece)
        return true
    }

    /// Takes one line of the head; false ends the transfer.
    func receive(headLine line: UnsafeRawBufferPointer) -> Bool {
        guard take(line.count) else { return false }
        head.receive(line)
        return true
    }

    /// Puts the next bytes of the request's body in the buffer, and says how many.
    func sendBody(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let piece = job.request.body.dropFirst(sentBytes).prefix(buffer.count)
        buffer.copyBytes(from: piece)
        sentBytes += piece.count
        return piece.count
    }

    private func take(_ count: Int) -> Bool {
        isTooLarge = isTooLarge || count > room
        room -= count
        return !isTooLarge
    }
}
