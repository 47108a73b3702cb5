import Providers
import Testing

@testable import Gateway

struct TraceContextTests {
    private static let id = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let value = "00-\(id)-00f067aa0ba902b7-01"

    @Test func `a trace is taken from the header, whatever the case of its name`() {
        let trace = TraceContext(headers: [HeaderField("TraceParent", Self.value)])
        #expect(trace?.id == Self.id && trace?.isSampled == true)
        #expect(TraceContext(header: "00-\(Self.id)-00f067aa0ba902b7-02")?.isSampled == false)
    }

    /// The cases of section 3.2.2 and 4.3 of the recommendation.
    @Test(arguments: [
        "", "00", "00-\(id)-00f067aa0ba902b7", "00-\(id)-00f067aa0ba902b7-1", "00-\(id)-00f067aa0ba902b7-011",
        "00-\(id)-00f067aa0ba902b7-01-x", "ff-\(id)-00f067aa0ba902b7-01", "0g-\(id)-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-\(id)-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "00-\(id)-00f067aa0ba902b7-0x",
        "00_\(id)-00f067aa0ba902b7-01", "00-\(id)-00f067aa0ba902b7.01", "01-\(id)-00f067aa0ba902b7-01.x",
    ]) func `a header that cannot be read is none`(header: String) {
        #expect(TraceContext(header: header) == nil)
    }

    @Test(arguments: ["cc-\(id)-00f067aa0ba902b7-01", "cc-\(id)-00f067aa0ba902b7-01-what-comes"])
    func `of a later version what is known of it is read`(header: String) {
        #expect(TraceContext(header: header)?.id == Self.id)
    }

    @Test func `several headers are none`() {
        let header = HeaderField("traceparent", Self.value)
        #expect(TraceContext(headers: [header, header]) == nil && TraceContext(headers: []) == nil)
    }

    @Test func `what is passed on is a span of its own in the same trace`() throws {
        let trace = try #require(TraceContext(header: Self.value))
        let (first, second) = (trace.value, trace.value)
        #expect(first != second && !first.contains("00f067aa0ba902b7"))
        #expect(TraceContext(header: first) == trace && TraceContext(header: second) == trace)
        #expect(TraceContext(kept: trace.kept) == trace && TraceContext(kept: "x") == nil)
    }

    @Test func `a trace that begins here can be read, and no two are the same`() {
        let traces = (0..<50).map { _ in TraceContext.begun() }
        #expect(Set(traces).count == 50)
        #expect(traces.allSatisfy { TraceContext(header: $0.value) == $0 })
    }
}
