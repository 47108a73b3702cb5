import Expressions
import Foundation
import Logging
import Synchronization
import Testing

@testable import Gateway

struct JSONLogTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private func logged(_ body: (inout Logger) -> Void) throws -> [[String: Any]] {
        let lines = Lines()
        var logger = Logger(label: "test") { _ in
            JSONLog(metadataProvider: TraceContext.metadata, clock: Clock { Timestamp(milliseconds: 1_500) }) { line in
                lines.all.withLock { $0.append(line) }
            }
        }
        body(&logger)
        return try lines.all.withLock { $0 }.map { line in
            #expect(line.hasSuffix("}\n") && line.filter { $0 == "\n" }.count == 1)
            return try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func `an event is one line with its time, its level and what it carries`() throws {
        let line = try #require(
            try logged { logger in
                logger.error("it \"broke\"\nhere", metadata: ["channel": "sms", "list": ["a", ["k": "v"]]])
            }.first)
        #expect(line["time"] as? String == Timestamp(milliseconds: 1_500).rfc3339())
        #expect(line["level"] as? String == "error" && line["event"] as? String == "it \"broke\"\nhere")
        #expect(line["channel"] as? String == "sms" && line["trace"] == nil)
        let list = try #require(line["list"] as? [Any])
        #expect(list.first as? String == "a" && (list.last as? [String: String]) == ["k": "v"])
    }

    @Test func `what belongs to a trace says so, and no field takes the place of another`() throws {
        let trace = TraceContext.begun()
        let lines = try logged { logger in
            TraceContext.$current.withValue(trace) {
                logger.warning("seen", metadata: ["event": "other", "level": "x", "message": "7"])
            }
            logger.debug("not seen")
        }
        #expect(lines.count == 1)
        #expect(lines.first?["trace"] as? String == trace.id && lines.first?["event"] as? String == "seen")
        #expect(lines.first?["level"] as? String == "warning" && lines.first?["message"] as? String == "7")
    }
}
