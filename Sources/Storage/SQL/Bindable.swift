import Expressions

/// A value that can be an argument of a query.
protocol Bindable {
    static var kind: ArgumentKind { get }

    /// Gives the value to a statement.
    func bind(to statement: any Statement, at place: Int32) throws(StoreFault)
}

extension Int64: Bindable {
    static var kind: ArgumentKind { .integer }

    func bind(to statement: any Statement, at place: Int32) throws(StoreFault) {
        try statement.bind(self, at: place)
    }
}

extension Int: Bindable {
    static var kind: ArgumentKind { .integer }

    func bind(to statement: any Statement, at place: Int32) throws(StoreFault) {
        try statement.bind(Int64(self), at: place)
    }
}

extension Timestamp: Bindable {
    static var kind: ArgumentKind { .integer }

    func bind(to statement: any Statement, at place: Int32) throws(StoreFault) {
        try statement.bind(milliseconds, at: place)
    }
}

extension String: Bindable {
    static var kind: ArgumentKind { .text }

    func bind(to statement: any Statement, at place: Int32) throws(StoreFault) {
        try statement.bind(self, at: place)
    }
}

extension [UInt8]: Bindable {
    static var kind: ArgumentKind { .bytes }

    func bind(to statement: any Statement, at place: Int32) throws(StoreFault) {
        try statement.bind(self, at: place)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    static var kind: ArgumentKind { Wrapped.kind }

    func bind(to statement: any Statement, at place: Int32) throws(StoreFault) {
        guard let value = self else { return try statement.bindNothing(Wrapped.kind, at: place) }
        try value.bind(to: statement, at: place)
    }
}
