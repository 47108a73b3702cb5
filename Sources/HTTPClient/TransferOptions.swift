import CCurl

/// Sets a handle's options, and remembers when libcurl refused one.
struct TransferOptions {
    private let easy: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var refusal = CURLE_OK

    init(easy: UnsafeMutableRawPointer) {
        self.easy = easy
    }

    /// Whether libcurl took every option.
    var areSet: Bool { refusal == CURLE_OK }

    /// Frees the list of headers, which libcurl reads as long as the transfer runs.
    mutating func free() {
        curl_slist_free_all(headers)
        headers = nil
    }

    /// What holds for every request of a client.
    mutating func set(_ settings: HTTPClient.Settings) {
        check(ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1))
        check(ccurl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https"))
        check(ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0))
        check(ccurl_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1))
        check(ccurl_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2))
        check(ccurl_set_string(easy, CURLOPT_ACCEPT_ENCODING, ""))
        check(ccurl_set_string(easy, CURLOPT_USERAGENT, settings.userAgent))
        check(ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout.curlMilliseconds))
        check(
            ccurl_set_long(easy, CURLOPT_MAXAGE_CONN, max(1, settings.idleConnectionLifetime.curlMilliseconds / 1000)))
        check(ccurl_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(settings.maximumResponse)))
        check(ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1))
        // Without it a name server that hangs would hold up this thread, and with it all other requests, when the
        // request that asked it is given up: https://curl.se/libcurl/c/CURLOPT_QUICK_EXIT.html
        check(ccurl_set_long(easy, CURLOPT_QUICK_EXIT, 1))
        if !settings.usesProxyFromEnvironment {
            check(ccurl_set_string(easy, CURLOPT_PROXY, ""))
        }
    }

    /// What this request asks for.
    mutating func set(_ request: OutgoingRequest) {
        check(ccurl_set_string(easy, CURLOPT_URL, request.url))
        setMethod(of: request)
        setHeaders(of: request)
    }

    /// The functions that move the bytes, and whom they find by this address.
    mutating func set(callbacksOf transfer: UnsafeMutableRawPointer) {
        check(ccurl_set_pointer(easy, CURLOPT_PRIVATE, transfer))
        check(ccurl_set_pointer(easy, CURLOPT_WRITEDATA, transfer))
        check(ccurl_set_pointer(easy, CURLOPT_HEADERDATA, transfer))
        check(ccurl_set_pointer(easy, CURLOPT_READDATA, transfer))
        check(ccurl_set_callback(easy, CURLOPT_WRITEFUNCTION, receiveBody))
        check(ccurl_set_callback(easy, CURLOPT_HEADERFUNCTION, receiveHeadLine))
        check(ccurl_set_callback(easy, CURLOPT_READFUNCTION, sendBody))
    }

    /// When a reused connection dies before the first byte of the answer, libcurl sends the request again by itself.
    /// That could send a message twice. It gives up (`CURLE_SEND_FAIL_REWIND`) when part of the body has left and
    /// can't be read again: so the body is read by a callback that can't go back, and a request that has no body but
    /// isn't idempotent gets a connection of its own.
    private mutating func setMethod(of request: OutgoingRequest) {
        guard request.method != "HEAD" else {
            return check(ccurl_set_long(easy, CURLOPT_NOBODY, 1))
        }
        if !request.body.isEmpty || !request.isIdempotent {
            check(ccurl_set_long(easy, CURLOPT_POST, 1))
            check(ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)))
        }
        if request.body.isEmpty && !request.isIdempotent {
            check(ccurl_set_long(easy, CURLOPT_FRESH_CONNECT, 1))
        }
        check(ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method))
    }

    /// A name with a colon and nothing after it takes back a header that libcurl would add by itself; a name with a
    /// semicolon sends an empty one (https://curl.se/libcurl/c/CURLOPT_HTTPHEADER.html).
    private mutating func setHeaders(of request: OutgoingRequest) {
        for header in request.headers {
            append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        if request.headers.value(of: "Content-Type") == nil { append("Content-Type:") }
        if request.headers.value(of: "Expect") == nil { append("Expect:") }
        check(ccurl_set_list(easy, CURLOPT_HTTPHEADER, headers))
    }

    private mutating func append(_ line: String) {
        guard let longer = curl_slist_append(headers, line) else { return check(CURLE_OUT_OF_MEMORY) }
        headers = longer
    }

    private mutating func check(_ result: CURLcode) {
        if refusal == CURLE_OK { refusal = result }
    }
}

// libcurl counts a callback that takes fewer bytes than it was given as a failure, which ends the transfer.

private let receiveBody: curl_write_callback = { bytes, size, count, context in
    guard let transfer = Transfer.at(context) else { return 0 }
    let length = size * count
    return transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: length)) ? length : 0
}

private let receiveHeadLine: curl_write_callback = { bytes, size, count, context in
    guard let transfer = Transfer.at(context) else { return 0 }
    let length = size * count
    return transfer.receive(headLine: UnsafeRawBufferPointer(start: bytes, count: length)) ? length : 0
}

private let sendBody: curl_read_callback = { bytes, size, count, context in
    guard let transfer = Transfer.at(context) else { return Int(CURL_READFUNC_ABORT) }
    return transfer.sendBody(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
}

extension Transfer {
    fileprivate static func at(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }
}
