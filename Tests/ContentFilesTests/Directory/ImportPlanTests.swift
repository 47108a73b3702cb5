import Testing

@testable import ContentFiles

struct ImportPlanTests {
    @Test(arguments: [(true, 2), (false, 0)])
    func `what the table does not have is counted where it is dropped`(drops: Bool, count: Int) {
        let rows = [ImportPlan.Row(line: 2, key: "a", change: .new)]
        let plan = ImportPlan(
            rows: rows, gone: ["b", "c"], dropsGone: drops, leftOut: [], faults: [], content: [])
        #expect((ImportTally(plan.rows).new, plan.dropped) == (1, count))
    }
}
