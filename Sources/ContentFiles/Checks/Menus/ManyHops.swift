import Conversation

extension CheckRule {
    static let manyHops = CheckRule(
        "many-hops", "M07", .warning, summary: "an answer is many questions away",
        reason: """
            At every hop some people give up or lose the connection. India's regulator allows eight hops in a whole \
            session; four to the first useful text is the convention of the field. Counted is the shortest way from the \
            pack's start to each text that tells something, without those that lie behind another such text.
            """
    ) { context in
        let hops = Hops(context)
        let (most, mostEver) = (context.thresholds.hops, context.thresholds.mostHops)
        return context.steps.compactMap { step in
            guard let count = hops.toAnswer[step.place], count > most else { return nil }
            return Finding(
                "the shortest way here is \(count) answers long", at: step.position,
                suggestion: "ask less before it, or give it a word of its own under 'keywords'",
                severity: count > mostEver ? .error : .warning)
        }
    }
}

/// How many answers someone gives on the shortest way to each first useful text.
private struct Hops {
    /// By step; nil for steps that tell nothing, or lie behind one that does.
    private(set) var toAnswer: [Int?]

    init(_ context: CheckContext) {
        let pack = context.pack
        var distance = [Int?](repeating: nil, count: pack.steps.count)
        let tells = Self.telling(context)
        toAnswer = distance
        var open = [pack.start] + pack.keywords.values.sorted()
        for place in open { distance[place] = 0 }
        var later: [Int] = []
        var count = 0
        while !open.isEmpty {
            while let place = open.popLast() {
                if tells[place] {
                    toAnswer[place] = count
                    continue
                }
                let isAnswered = pack.steps[place].verb.asks
                for next in pack.steps[place].verb.ways.compactMap(\.place) where distance[next] == nil {
                    distance[next] = count + (isAnswered ? 1 : 0)
                    if isAnswered { later.append(next) } else { open.append(next) }
                }
            }
            (open, later) = (later, [])
            count += 1
        }
    }

    private static func telling(_ context: CheckContext) -> [Bool] {
        var tells = context.pack.steps.map { step in
            switch step.verb {
            case .end, .send, .refer: true
            case .say, .menu, .ask, .branch, .set, .call, .check, .find, .remind, .request: false
            }
        }
        for menu in context.menus where menu.kind == .information { tells[menu.step.place] = true }
        return tells
    }
}
