extension Function {
    static let object: [Function] = [
        Function(
            "object", [Parameter("pairs").optional.repeated], .object, "an object of keys, each followed by its value",
            ("object(\"a\", 1, \"b\", \"x\")", "{a: 1, b: x}")
        ) { arguments throws(EvaluationFault) in
            guard arguments.count.isMultiple(of: 2) else { throw EvaluationFault("each key needs a value") }
            var object = Object()
            for index in stride(from: 0, to: arguments.count, by: 2) {
                object[arguments.text(index)] = arguments[index + 1]
            }
            return .object(object)
        },
        Function(
            "keys", [Parameter("object", .object)], .list, "an object's keys, in its order",
            ("keys(object(\"a\", 1, \"b\", 2))", "[a, b]")
        ) { arguments throws(EvaluationFault) in
            if case .null = arguments[0] { return .list([]) }
            return .list(try arguments.object(0).keys.map(Value.text))
        },
        Function(
            "extract", [Parameter("object", .object), Parameter("key", .text)], nil,
            "the value of a key; null when the object has none such",
            ("extract(object(\"a\", 1, \"b\", \"x\"), \"b\")", "x")
        ) { arguments throws(EvaluationFault) in
            try arguments.object(0).value(named: arguments.text(1)) ?? .null
        },
        Function(
            "extract_object", [Parameter("object", .object), Parameter("key", .text).repeated], .object,
            "an object of some of the keys",
            ("extract_object(object(\"a\", 1, \"b\", \"x\"), \"b\")", "{b: x}")
        ) { arguments throws(EvaluationFault) in
            let object = try arguments.object(0)
            var extract = Object()
            for index in 1..<arguments.count {
                let key = arguments.text(index)
                extract[key] = object.value(named: key) ?? .null
            }
            return .object(extract)
        },
    ]

    static let each: [Function] = [
        Function(
            "foreach", [Parameter("list", .list), Parameter("function"), Parameter("argument").optional.repeated],
            .list, "a list of what a function, or (x) => ..., gives for each item",
            ("foreach([1, 2, 3], (x) => x * 2)", "[2, 4, 6]"), action: .each(.list)
        ),
        Function(
            "foreach_value",
            [Parameter("object", .object), Parameter("function"), Parameter("argument").optional.repeated],
            .object, "an object of what a function, or (x) => ..., gives for the value of each key",
            ("foreach_value(object(\"a\", \"hi there\"), word, 1)", "{a: there}"), action: .each(.object)
        ),
        Function(
            "filter", [Parameter("list", .list), Parameter("function")], .list,
            "the items for which a function, or (x) => ..., gives true",
            ("filter([1, 5, 10], (x) => x > 3)", "[5, 10]"), action: .each(.filter)
        ),
    ]
}
