using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Rules;

/// <summary>HT1004: generated code, which lies inside the type, must be able to set and to read each tuned member.</summary>
internal static class AccessRule
{
    public static Finding? Find(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (FindClosed(parameter) is { } closed)
        {
            return closed;
        }

        if (parameter.Positional is { } positional)
        {
            return FindPositional(parameter, positional);
        }

        IPropertySymbol property = parameter.Property!;
        string? reason = property switch
        {
            { GetMethod: null } => "the property cannot be read; add a get accessor",
            { SetMethod: null } when IsAuto(property, cancellationToken) => "the property cannot be set; add an init accessor",
            { SetMethod: null } => "the property is computed and cannot be set; make it { get; init; }",
            _ => null,
        };
        return reason is null
            ? null
            : new Finding(
                DeclarationDescriptors.PropertyCannotBeSet,
                () => Places.Identifier(property),
                [parameter.MemberName, reason],
                property.SetMethod is null && IsAuto(property, cancellationToken) ? FixData.Offer(DiagnosticProperties.AddInit) : null);
    }

    // The code for a case lies in the type around it, to which the case's private members are closed.
    private static Finding? FindClosed(ParameterDeclaration parameter)
        => parameter.Property is { } property && AttributeReader.IsCase(property.ContainingType) && !CaseAccess.IsVisible(parameter, property)
            ? new Finding(
                DeclarationDescriptors.PropertyCannotBeSet,
                () => Places.Identifier(parameter.Symbol),
                [parameter.MemberName, "the conditional space around a case does not see the case's private members; make it public or internal"])
            : null;

    private static Finding? FindPositional(ParameterDeclaration parameter, IParameterSymbol positional)
    {
        string? reason = positional switch
        {
            { RefKind: RefKind.Ref or RefKind.Out } => "a parameter passed by reference takes no value of its own",
            _ when parameter.Property is null => "nothing reads the parameter back; make the type a record, or put the attribute on a property",
            _ when parameter.Property.GetMethod is null => "its property cannot be read; add a get accessor",
            _ => null,
        };
        return reason is null
            ? null
            : new Finding(
                DeclarationDescriptors.PropertyCannotBeSet,
                () => Places.Identifier(positional),
                [parameter.MemberName, reason]);
    }

    private static bool IsAuto(IPropertySymbol property, CancellationToken cancellationToken)
        => property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { AccessorList: { } accessors }
            && accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null);
}
