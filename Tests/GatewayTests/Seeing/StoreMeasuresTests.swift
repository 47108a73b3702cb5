import Expressions
import Storage
import Testing

@testable import Gateway

struct StoreMeasuresTests {
    @Test func `sizes of commits add up, and a timer that is not due is not late`() {
        var commits = CommitStatistics()
        for size in [1, 1, 2, 5, 2_000] { commits.note(size) }
        commits.waiting = 7
        commits.redone = 2
        let text = StoreMeasures.text(
            of: commits, timer: Timestamp(milliseconds: 9_000), at: Timestamp(milliseconds: 8_000))
        for line in [
            "waymark_group_size_bucket{le=\"1\"} 2", "waymark_group_size_bucket{le=\"2\"} 3",
            "waymark_group_size_bucket{le=\"4\"} 3", "waymark_group_size_bucket{le=\"8\"} 4",
            "waymark_group_size_bucket{le=\"512\"} 4", "waymark_group_size_bucket{le=\"+Inf\"} 5",
            "waymark_group_size_sum 2009", "waymark_group_size_count 5", "waymark_store_waiting 7",
            "waymark_timer_late_seconds 0", "waymark_groups_redone_total 2",
        ] {
            #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)")
        }
        let late = StoreMeasures.text(
            of: commits, timer: Timestamp(milliseconds: 1_000), at: Timestamp(milliseconds: 8_500))
        #expect(late.contains("waymark_timer_late_seconds 7\n"))
    }
}
