import CCurl

/// Interrupts the loop's wait from any thread.
///
/// `@unchecked Sendable` holds because other threads use the handle for `curl_multi_wakeup` alone, of which libcurl's
/// manual says that it may be called from any thread (https://curl.se/libcurl/c/curl_multi_wakeup.html); the rest of
/// the handle belongs to the loop's thread.
struct Waker: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer

    func wake() {
        curl_multi_wakeup(multi)
    }
}
