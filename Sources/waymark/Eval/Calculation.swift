import Expressions
import FoundationEssentials

/// One expression or text, worked out at one moment with given values.
struct Calculation {
    /// What is printed, and whether it is a fault.
    struct Result {
        let json: String
        let isFault: Bool
    }

    private let evaluation: Evaluation
    private let utcOffset: Int

    /// - Parameters:
    ///   - context: The path of a JSON object with the values of names.
    ///   - at: The moment; its offset from UTC is the clock's.
    init(context: String?, at: String?, language: String) throws(WrongUse) {
        let moment = try Moment.read(at, place: 0)
        utcOffset = moment.utcOffset ?? 0
        evaluation = Evaluation(
            scope: DictionaryScope(try InputFile.object(context, "context")), now: moment.timestamp,
            utcOffset: utcOffset,
            language: language)
    }

    /// The value of an expression.
    func evaluate(_ source: String) -> Result {
        do {
            return result(evaluation.evaluate(try Expression.parse(source)))
        } catch {
            return fault(error)
        }
    }

    /// The text of a template.
    func render(_ source: String) -> Result {
        let template: Template
        do {
            template = try Template.parse(source)
        } catch {
            return fault(error)
        }
        do {
            return result(.text(try evaluation.render(template)))
        } catch {
            return result(.error(error))
        }
    }

    private func result(_ value: Value) -> Result {
        let isFault = if case .error = value { true } else { false }
        return Result(json: value.typedJSON(utcOffset: utcOffset), isFault: isFault)
    }

    private func fault(_ fault: ExpressionFault) -> Result {
        var object: Object = ["error": .text(fault.message), "offset": .number(Decimal(fault.offset))]
        if let suggestion = fault.suggestion { object["suggestion"] = .text(suggestion) }
        return Result(json: Value.object(object).json, isFault: true)
    }
}
