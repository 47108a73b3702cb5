extension Function {
    static let list: [Function] = [
        Function(
            "count", [Parameter("list")], .number, "how many items a list, or keys an object, has",
            ("count([1, 2])", "2")
        ) { arguments throws(EvaluationFault) in
            if case .object(let object) = arguments[0] { return .number(object.count) }
            if case .null = arguments[0] { return .number(0) }
            return .number(try arguments.list(0).count)
        },
        Function(
            "contains", [Parameter("list"), Parameter("value")], .boolean,
            "whether a list has the value itself (2 is not \"2\", unlike with in), an object the key, a text the part",
            ("contains([\"a\", \"b\"], \"b\")", "true")
        ) { arguments throws(EvaluationFault) in
            if case .list(let items) = arguments[0] {
                if items.contains(arguments[1]) { return .boolean(true) }
                return items.firstObstacle ?? .boolean(false)
            }
            return try arguments[0].includes(arguments[1], arguments.surroundings.utcOffset)
        },
        Function(
            "first", [Parameter("list", .list)], nil, "the first item; null of an empty list",
            ("first([3, 1, 2])", "3")
        ) { arguments throws(EvaluationFault) in try arguments.list(0).first ?? .null },
        Function(
            "last", [Parameter("list", .list)], nil, "the last item; null of an empty list",
            ("last([3, 1, 2])", "2")
        ) { arguments throws(EvaluationFault) in try arguments.list(0).last ?? .null },
        Function(
            "slice", [Parameter("list", .list), Parameter("start", .number), Parameter("end", .number).optional], .list,
            "the items from start, counted from 0, up to but not with end; negative counts from the end",
            ("slice([1, 2, 3, 4], 1, -1)", "[2, 3]")
        ) { arguments throws(EvaluationFault) in
            let items = try arguments.list(0)
            return .list(Array(items[try arguments.range(of: items.count)]))
        },
        Function(
            "reverse", [Parameter("list", .list)], .list, "the items the other way round",
            ("reverse([1, 2, 3])", "[3, 2, 1]")
        ) { arguments throws(EvaluationFault) in .list(try arguments.list(0).reversed()) },
        Function(
            "sort", [Parameter("list", .list)], .list, "the items in order: numbers, dates, or texts by code points",
            ("sort([3, 1, 2])", "[1, 2, 3]")
        ) { arguments throws(EvaluationFault) in .list(try arguments.list(0).inOrder(arguments.surroundings)) },
        Function(
            "unique", [Parameter("list", .list)], .list, "the items without those that came before",
            ("unique([1, \"a\", 1, \"a\"])", "[1, a]")
        ) { arguments throws(EvaluationFault) in
            var seen: Set<Value> = []
            return .list(try arguments.list(0).filter { [$0].firstObstacle != nil || seen.insert($0).inserted })
        },
        Function(
            "concat", [Parameter("list", .list).repeated], .list, "the items of all lists as one list",
            ("concat([1, 2], [3])", "[1, 2, 3]")
        ) { arguments throws(EvaluationFault) in
            var items: [Value] = []
            for index in 0..<arguments.count { items += try arguments.list(index) }
            return .list(items)
        },
    ]
}

extension [Value] {
    /// The items in order; texts by code points when all are texts, else as `<` compares them.
    fileprivate func inOrder(_ surroundings: Surroundings) throws(EvaluationFault) -> [Value] {
        if let obstacle = firstObstacle { return [obstacle] }
        let texts = compactMap { if case .text(let text) = $0 { text } else { nil } }
        if texts.count == count { return texts.sorted().map(Value.text) }
        do {
            return try sorted { try $0.order(to: $1, surroundings.utcOffset) < 0 }
        } catch {
            throw error as? EvaluationFault ?? EvaluationFault("the items cannot be compared")
        }
    }
}
