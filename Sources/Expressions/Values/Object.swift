/// Named values in the order they were added. Small objects are searched from the front, larger ones by an index.
package struct Object: Sendable {
    /// Up to this many keys a search from the front is as quick as hashing.
    private static let largestWithoutIndex = 8

    /// The names, in the order they were added.
    package private(set) var keys: [String] = []
    /// The values, in the order of ``keys``.
    package private(set) var values: [Value] = []
    private var positions: [String: Int] = [:]

    /// An object without keys.
    package init() {}

    /// An object of these pairs; a later value of the same key takes the earlier one's place.
    package init(_ pairs: [(String, Value)]) {
        for (key, value) in pairs { self[key] = value }
    }

    /// Whether it has no keys.
    package var isEmpty: Bool { keys.isEmpty }
    /// How many keys it has.
    package var count: Int { keys.count }

    /// The value of exactly this key. Setting nil removes it.
    package subscript(key: String) -> Value? {
        get { position(of: key).map { values[$0] } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): values[position] = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    /// The value of the key, else of the first key that differs only in case: names in expressions ignore case.
    package func value(named name: String) -> Value? {
        if let value = self[name] { return value }
        let lowered = name.lowercased()
        return keys.firstIndex { $0.lowercased() == lowered }.map { values[$0] }
    }

    private func position(of key: String) -> Int? {
        keys.count <= Object.largestWithoutIndex ? keys.firstIndex(of: key) : positions[key]
    }

    private mutating func append(_ key: String, _ value: Value) {
        keys.append(key)
        values.append(value)
        if keys.count > Object.largestWithoutIndex + 1 {
            positions[key] = keys.count - 1
        } else if keys.count == Object.largestWithoutIndex + 1 {
            indexKeys()
        }
    }

    private mutating func remove(at position: Int) {
        keys.remove(at: position)
        values.remove(at: position)
        indexKeys()
    }

    private mutating func indexKeys() {
        positions.removeAll()
        guard keys.count > Object.largestWithoutIndex else { return }
        for (position, key) in keys.enumerated() { positions[key] = position }
    }
}

extension Object: Hashable {
    package static func == (left: Object, right: Object) -> Bool {
        left.keys == right.keys && left.values == right.values
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(keys)
        hasher.combine(values)
    }
}

extension Object: ExpressibleByDictionaryLiteral {
    /// An object of these pairs, in their order.
    package init(dictionaryLiteral elements: (String, Value)...) {
        self.init(elements)
    }
}
