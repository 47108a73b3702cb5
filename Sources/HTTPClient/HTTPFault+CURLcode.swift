import CCurl

extension HTTPFault {
    /// The fault that libcurl's result tells of.
    ///
    /// Some results are ambiguous: libcurl answers `CURLE_UNSUPPORTED_PROTOCOL` for a bad scheme and for an answer
    /// that isn't HTTP, and may report a failed connection after it gave up an older one. `hasSent` decides, and
    /// in doubt the fault says that the request may have arrived.
    init(_ code: CURLcode, hasSent: Bool) {
        self =
            code == CURLE_OPERATION_TIMEDOUT
            ? .timedOut(beforeSending: !hasSent)
            : (hasSent ? nil : Self(connecting: code)) ?? Self(exchanging: code)
    }

    /// What went wrong before the request could leave; nil for results that don't belong there.
    private init?(connecting code: CURLcode) {
        switch code {
        case CURLE_COULDNT_CONNECT: self = .refused
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .notResolved
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: self = .badURL
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CLIENTCERT, CURLE_SSL_ENGINE_NOTFOUND,
            CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED:
            self = .tls
        default: return nil
        }
    }

    /// What went wrong with the request under way.
    private init(exchanging code: CURLcode) {
        switch code {
        case CURLE_FILESIZE_EXCEEDED: self = .tooLarge
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: self = .badAnswer
        case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_SEND_FAIL_REWIND,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR:
            self = .closedEarly
        default: self = .other(code: Int(code.rawValue))
        }
    }
}
