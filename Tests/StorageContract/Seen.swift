import Synchronization

/// Values noted inside `decide`, which may run anywhere and more than once.
final class Seen<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock { $0 } }

    func put(_ value: Value) {
        values.withLock { $0.append(value) }
    }
}
