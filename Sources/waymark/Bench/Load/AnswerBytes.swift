/// The bytes of one HTTP answer as they come in. They are looked through byte by byte and each once: the phones share the
/// machine with the gateway that they measure, and what they cost is missing there.
struct AnswerBytes {
    private static let statusPlace = "HTTP/1.1 ".utf8.count
    private static let length: [UInt8] = Array("\r\ncontent-length:".utf8)

    private var bytes: [UInt8] = []
    /// How far the end of the head was looked for.
    private var searched = 0
    /// Where the body begins and ends, once the head is there.
    private var body: Range<Int>?

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        (searched, body) = (0, nil)
    }

    mutating func append(_ more: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: more)
    }

    /// The status and the body, once all of them is there.
    ///
    /// - Throws: What is wrong with an answer that has no status or no length.
    mutating func answer() throws -> (status: Int, body: ArraySlice<UInt8>)? {
        guard let place = try bodyPlace(), bytes.count >= place.upperBound else { return nil }
        return (Self.number(in: bytes[Self.statusPlace...]), bytes[place])
    }

    private mutating func bodyPlace() throws -> Range<Int>? {
        if let body { return body }
        guard let end = headEnd() else { return nil }
        guard let field = Self.place(of: Self.length, in: bytes[..<end]) else {
            throw WrongUse("an answer of the gateway under test has no length")
        }
        let digits = bytes[field...].drop { $0 == UInt8(ascii: " ") }
        body = end..<end + Self.number(in: digits)
        return body
    }

    /// Where the body begins: after an empty line.
    private mutating func headEnd() -> Int? {
        while searched + 4 <= bytes.count {
            if bytes[searched] == 13, bytes[searched + 1] == 10, bytes[searched + 2] == 13, bytes[searched + 3] == 10 {
                return searched + 4
            }
            searched += 1
        }
        return nil
    }

    /// Where a text in small letters ends that stands in the bytes in any letters.
    private static func place(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= text.count else { return nil }
        for start in 0...bytes.count - text.count {
            var length = 0
            while length < text.count, small(bytes[start + length]) == text[length] { length += 1 }
            if length == text.count { return start + length }
        }
        return nil
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// The number that the bytes begin with.
    private static func number(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
