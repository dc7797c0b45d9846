using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>Which properties of its config an objective reads.</summary>
internal static class ConfigReads
{
    /// <summary>
    /// The names of the properties, or null where it cannot be known: the config, or the trial, which holds it too, is passed on as a whole, or a member that
    /// runs code of the config's own is used.
    /// </summary>
    /// <param name="objective">The objective.</param>
    /// <param name="place">The place of the config among its parameters.</param>
    public static HashSet<string>? Of(IAnonymousFunctionOperation objective, int place)
    {
        var read = new HashSet<string>();
        IParameterSymbol config = objective.Symbol.Parameters[place];
        IParameterSymbol? trial = objective.Symbol.Parameters.FirstOrDefault(static parameter => parameter.Type.Name == "Trial");
        foreach (IParameterReferenceOperation reference in objective.Body.DescendantsAndSelf().OfType<IParameterReferenceOperation>())
        {
            bool isConfig = SymbolEqualityComparer.Default.Equals(reference.Parameter, config);
            bool isTrial = SymbolEqualityComparer.Default.Equals(reference.Parameter, trial);
            if ((!isConfig && !isTrial) || reference.Parent is INameOfOperation || (isTrial && IsOtherMember(reference)))
            {
                continue;
            }

            IOperation access = isConfig ? reference : reference.Parent!;
            if ((isTrial && access is not IPropertyReferenceOperation)
                || access.Parent is not IPropertyReferenceOperation { Property: { } property } use
                || use.Instance != access
                || !IsPlain(property))
            {
                return null;
            }

            if (use.Parent is not INameOfOperation)
            {
                read.Add(property.Name);
            }
        }

        return read;
    }

    // trial.Number, trial.Report(...)
    private static bool IsOtherMember(IParameterReferenceOperation trial) => trial.Parent switch
    {
        IPropertyReferenceOperation property => property.Instance == trial && property.Property.Name != "Config",
        IInvocationOperation call => call.Instance == trial,
        _ => false,
    };

    /// <summary>Whether reading the property runs no code that could read others.</summary>
    public static bool IsPlain(IPropertySymbol property)
        => property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null),
            null => property.GetMethod?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute") == true,
            _ => false,
        };
}
