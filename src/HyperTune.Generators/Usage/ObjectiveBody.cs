using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>What an objective returns, as far as its code is in sight.</summary>
internal static class ObjectiveBody
{
    /// <summary>
    /// The scores that a delegate returns: those of a lambda, of a method that is one itself, or of a method in the same file that no other one overrides.
    /// </summary>
    public static IEnumerable<ScoreCall> FindScores(IOperation objective) => objective switch
    {
        IConversionOperation conversion => FindScores(conversion.Operand),
        IDelegateCreationOperation creation => FindScores(creation.Target),
        IAnonymousFunctionOperation lambda => ReturnedValues(lambda.Body).SelectMany(ScoreCall.In),
        IMethodReferenceOperation { Method: var method, SemanticModel: { } model } reference => ScoreCall.Of(method, reference.Syntax) is { } score
            ? [score]
            : BodyOf(method, model) is { } body ? ReturnedValues(body).SelectMany(ScoreCall.In) : [],
        _ => [],
    };

    // Without those that functions inside of the code return.
    private static IEnumerable<IOperation> ReturnedValues(IOperation body) => body switch
    {
        IAnonymousFunctionOperation or ILocalFunctionOperation => [],
        IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } => [value],
        _ => body.ChildOperations.SelectMany(ReturnedValues),
    };

    private static IOperation? BodyOf(IMethodSymbol method, SemanticModel model)
    {
        // The part of a partial method that has a body is not the one that is referred to.
        IMethodSymbol implemented = method.PartialImplementationPart ?? method.OriginalDefinition;
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || implemented.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } syntax || syntax.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        return model.GetOperation(syntax) switch
        {
            ILocalFunctionOperation local => local.Body,
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            _ => null,
        };
    }
}
