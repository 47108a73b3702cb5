/// The values put in last, about twice as many as the limit at most: when the young ones reach it they become the old
/// ones, and the old ones that nobody asked for meanwhile are forgotten.
struct Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    init(limit: Int) {
        self.limit = limit
    }

    /// The value of a key, which is young again with that.
    mutating func find(_ key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old.removeValue(forKey: key) else { return nil }
        put(value, for: key)
        return value
    }

    /// The value of a key is not to be found any more.
    mutating func forget(_ key: Key) {
        young[key] = nil
        old[key] = nil
    }

    /// Changes the value of a key in its place, which is young with that.
    ///
    /// - Parameter new: What is changed where there is none.
    mutating func change(_ key: Key, or new: @autoclosure () -> Value, _ change: (inout Value) -> Void) {
        guard young[key] == nil else { return change(&young[key, default: new()]) }
        var value = old.removeValue(forKey: key) ?? new()
        change(&value)
        put(value, for: key)
    }

    /// No value is to be found any more.
    mutating func forgetAll() {
        young = [:]
        old = [:]
    }

    mutating func put(_ value: Value, for key: Key) {
        if young.count >= limit {
            old = young
            young = [:]
        }
        young[key] = value
    }
}
