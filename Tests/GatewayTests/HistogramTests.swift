import Gateway
import Testing

/// How long things take, as Prometheus reads it.
struct HistogramTests {
    @Test func `each bucket counts what is not above its bound, and the last counts everything`() {
        let histograms = Histograms()
        for milliseconds in [1, 3, 40, 40, 99_000] {
            histograms.add(.answer, .milliseconds(milliseconds), "channel=\"ussd\"")
        }
        let lines = histograms.text.split(separator: "\n").map(String.init)
        #expect(lines[1] == "# TYPE waymark_answer_seconds histogram")
        let counts = lines.filter { $0.contains("_bucket{channel=\"ussd\",le=") }.compactMap {
            $0.split(separator: " ").last
        }
        #expect(counts == ["1", "1", "2", "2", "2", "4", "4", "4", "4", "4", "4", "4", "4", "4", "5"])
        #expect(lines.contains("waymark_answer_seconds_bucket{channel=\"ussd\",le=\"+Inf\"} 5"))
        #expect(lines.contains("waymark_answer_seconds_count{channel=\"ussd\"} 5"))
        #expect(lines.contains { $0.hasPrefix("waymark_answer_seconds_sum{channel=\"ussd\"} 99.08") })
    }

    @Test func `labels and names are apart, and what was never measured is not told of`() {
        let histograms = Histograms()
        #expect(histograms.text.isEmpty)
        histograms.add(.send, .zero, "channel=\"b\"")
        histograms.add(.send, .milliseconds(-5), "channel=\"a\"")
        #expect(!histograms.text.contains("answer_seconds"))
        #expect(histograms.text.contains("waymark_send_seconds_count{channel=\"a\"} 1\n"))
        #expect(histograms.text.contains("waymark_send_seconds_bucket{channel=\"b\",le=\"0.001\"} 1\n"))
    }
}
