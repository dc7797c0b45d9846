using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>What an objective returns, as far as its code is in sight.</summary>
internal static class ObjectiveBody
{
    /// <summary>The code of a delegate: a lambda's, or that of a method in the same file that no other one overrides; null for any other.</summary>
    public static IOperation? Find(IOperation objective) => objective switch
    {
        IConversionOperation conversion => Find(conversion.Operand),
        IDelegateCreationOperation creation => Find(creation.Target),
        IAnonymousFunctionOperation lambda => lambda.Body,
        IMethodReferenceOperation { Method: { IsVirtual: false, IsAbstract: false, IsOverride: false } method, SemanticModel: { } model } => BodyOf(method, model),
        _ => null,
    };

    /// <summary>The values that code returns, without those that functions inside of it return.</summary>
    public static IEnumerable<IOperation> ReturnedValues(IOperation body) => body switch
    {
        IAnonymousFunctionOperation or ILocalFunctionOperation => [],
        IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } => [value],
        _ => body.ChildOperations.SelectMany(ReturnedValues),
    };

    private static IOperation? BodyOf(IMethodSymbol method, SemanticModel model)
    {
        // The part of a partial method that has a body is not the one that is referred to.
        IMethodSymbol implemented = method.PartialImplementationPart ?? method.OriginalDefinition;
        if (implemented.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } syntax || syntax.SyntaxTree != model.SyntaxTree)
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
