using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>What a variable of a method stands for.</summary>
internal static class LocalValue
{
    /// <summary>The initializer of a variable that nothing else is ever put into; any other expression as it is.</summary>
    public static IOperation Of(IOperation value)
        => value is ILocalReferenceOperation { Local: { IsRef: false } local, SemanticModel: { } model }
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
            && declaration.SyntaxTree == model.SyntaxTree
            && declaration.Span.End <= value.Syntax.SpanStart // not in its own initializer, which would lead round in circles
            && model.GetOperation(declaration) is IVariableDeclaratorOperation { Initializer.Value: { } initializer }
            && !Root(value).DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(other => SymbolEqualityComparer.Default.Equals(other.Local, local) && IsWritten(other))
                ? initializer
                : value;

    private static bool IsWritten(ILocalReferenceOperation reference)
    {
        // An element of a tuple that is assigned to is written as well.
        IOperation target = reference;
        while (target.Parent is ITupleOperation tuple)
        {
            target = tuple;
        }

        return target.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == target || assignment is ISimpleAssignmentOperation { IsRef: true },
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            _ => false,
        };
    }

    private static IOperation Root(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }
}
