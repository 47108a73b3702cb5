package import Logging
package import Providers

/// The trace that something belongs to, over all systems that see it (W3C Trace Context, level 2): a message has one from the
/// webhook that brought it to the last report of its answer. <https://www.w3.org/TR/trace-context-2/>
///
/// `tracestate`, which other systems keep for themselves, is not passed on.
package struct TraceContext: Hashable, Sendable {
    /// The header that carries it.
    package static let header = "traceparent"

    /// What the task at hand belongs to; nil where nothing is known.
    @TaskLocal package static var current: TraceContext?

    /// 32 small hexadecimal digits.
    package let id: String
    /// Whether whoever began it keeps it, and asks others to.
    package let isSampled: Bool

    /// A trace that begins here.
    package static func begun() -> TraceContext {
        var random = SystemRandomNumberGenerator()
        return TraceContext(id: hexadecimal(random.next()) + hexadecimal(random.next() | 1), isSampled: false)
    }

    private init(id: String, isSampled: Bool) {
        self.id = id
        self.isSampled = isSampled
    }

    /// The trace that a request belongs to; nil where it says none, several, or none that can be read.
    package init?(headers: [HeaderField]) {
        let values = headers.filter { $0.name.lowercased() == Self.header }.map(\.value)
        guard values.count == 1 else { return nil }
        self.init(header: values[0])
    }

    /// Reads the header's value. Of a later version than 0 it reads what that has in common with this one (section 4.3).
    package init?(header: String) {
        let bytes = Array(header.utf8)
        guard bytes.count >= 55, bytes.count == 55 || bytes[55] == UInt8(ascii: "-") && bytes[0..<2] != [0x30, 0x30],
            [2, 35, 52].allSatisfy({ bytes[$0] == UInt8(ascii: "-") })
        else { return nil }
        func digits(_ range: Range<Int>) -> String? {
            let part = bytes[range]
            let areDigits = part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            return areDigits ? String(decoding: part, as: UTF8.self) : nil
        }
        guard let version = digits(0..<2), version != "ff", let id = digits(3..<35), let parent = digits(36..<52),
            let flags = digits(53..<55).flatMap({ UInt8($0, radix: 16) }),
            id.contains(where: { $0 != "0" }), parent.contains(where: { $0 != "0" })
        else { return nil }
        self.init(id: id, isSampled: flags & 1 == 1)
    }

    /// The header's value for a request of our own, which is a span of its own.
    package var value: String {
        var random = SystemRandomNumberGenerator()
        return "00-\(id)-\(Self.hexadecimal(random.next() | 1))-\(isSampled ? "01" : "00")"
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension TraceContext {
    /// The trace as it is kept with a message.
    package var kept: String { id + (isSampled ? "-01" : "-00") }

    /// Reads what `kept` wrote; nil of anything else.
    package init?(kept: String) {
        let parts = kept.split(separator: "-")
        guard parts.count == 2, parts[0].utf8.count == 32 else { return nil }
        self.init(id: String(parts[0]), isSampled: parts[1] == "01")
    }

    /// Adds the trace of the task at hand to what is logged in it.
    package static let metadata = Logger.MetadataProvider { current.map { ["trace": "\($0.id)"] } ?? [:] }
}
