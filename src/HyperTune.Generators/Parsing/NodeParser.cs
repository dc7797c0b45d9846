using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads a config type that the rules find no fault with, and its cases.</summary>
/// <param name="descriptor">The name of the descriptor class.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class NodeParser(string descriptor, CancellationToken cancellationToken)
{
    /// <summary>The model of the marked type.</summary>
    public NodeModel Parse(SpaceDeclaration declaration) => Parse(declaration, property: "", accessibility: "", inherited: []);

    private NodeModel Parse(SpaceDeclaration declaration, string property, string accessibility, ImmutableArray<ParsedMember> inherited)
    {
        var names = new MemberNames(declaration, descriptor);
        var bindings = new BindingParser(declaration);
        bool isCase = property.Length > 0;
        ImmutableArray<ParsedMember> members = new MemberParser(declaration, names, bindings, cancellationToken).ParseAll();
        return new NodeModel
        {
            DisplayName = declaration.Type.Name,
            TypeName = declaration.Type.ToCode(),
            Name = declaration.Name,
            DescriptorProperty = property,
            Accessibility = accessibility,
            Members = members.Select(static member => member.Model).ToEquatableArray(),
            InheritedBindings = declaration.IsUnion ? EquatableArray<InheritedBindingModel>.Empty : inherited.Select(bindings.ParseInherited).ToEquatableArray(),
            OptionalArgument = bindings.ParseOptionalArgument(),
            Cases = ParseCases(declaration, names, inherited.AddRange(members)),
            Constraints = declaration.Constraints
                .Select(constraint => new ConstraintModel(
                    constraint.Method.Name,
                    isCase && !CaseAccess.IsVisible(constraint.Method),
                    constraint.Method.Parameters[0].RefKind != RefKind.None))
                .ToEquatableArray(),
        };
    }

    private EquatableArray<NodeModel> ParseCases(SpaceDeclaration declaration, MemberNames names, ImmutableArray<ParsedMember> inherited)
        => declaration.Cases
            .Select(inner => Parse(inner, names.TakeCase(inner), MemberNames.AccessibilityOf(inner.Type.DeclaredAccessibility), inherited))
            .ToEquatableArray();
}
