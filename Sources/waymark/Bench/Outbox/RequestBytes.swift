/// The bytes of a connection, taken apart into requests. They are looked through one by one, because the library's search
/// costs more than everything else that the benchmark's provider does.
struct RequestBytes {
    private var unread: [UInt8] = []

    mutating func append(_ bytes: some Sequence<UInt8>) {
        unread += bytes
    }

    /// The body of the next request; nil until all of it is there.
    mutating func next() -> [UInt8]? {
        guard let end = Self.place(of: "\r\n\r\n", in: unread) else { return nil }
        let length = Self.place(of: "Content-Length: ", in: unread).map { Self.number(in: unread[$0...]) } ?? 0
        guard unread.count >= end + length else { return nil }
        let body = Array(unread[end..<end + length])
        unread.removeFirst(end + length)
        return body
    }

    /// Where a text that stands in the bytes ends.
    private static func place(of text: StaticString, in bytes: [UInt8]) -> Int? {
        let count = text.utf8CodeUnitCount
        guard bytes.count >= count else { return nil }
        let start = (0...bytes.count - count).first { start in
            (0..<count).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
        }
        return start.map { $0 + count }
    }

    /// The number that the bytes begin with.
    private static func number(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
