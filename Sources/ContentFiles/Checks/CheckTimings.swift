/// How long each stage of a check took.
package final class CheckTimings {
    /// A stage and its length, in the order of their first runs.
    package private(set) var stages: [(name: String, length: Swift.Duration)] = []

    package init() {}

    /// Does the work of a stage; a stage that comes again adds to its length.
    package func measure<T>(_ stage: String, _ work: () -> T) -> T {
        let start = ContinuousClock.now
        let result = work()
        let length = ContinuousClock.now - start
        if let place = stages.firstIndex(where: { $0.name == stage }) {
            stages[place].length += length
        } else {
            stages.append((stage, length))
        }
        return result
    }
}
