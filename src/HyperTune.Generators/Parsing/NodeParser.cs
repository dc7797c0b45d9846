using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads a valid config type and its cases.</summary>
/// <param name="descriptor">The name of the descriptor class.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class NodeParser(string descriptor, CancellationToken cancellationToken)
{
    /// <summary>The model of the marked type, or null where no code can be written for it.</summary>
    public NodeModel? Parse(SpaceDeclaration declaration) => Parse(declaration, property: "", accessibility: "", inherited: []);

    private NodeModel? Parse(SpaceDeclaration declaration, string property, string accessibility, ImmutableArray<MemberModel> inherited)
    {
        var names = new MemberNames(declaration, descriptor);
        var bindings = new BindingParser(declaration);
        bool isCase = property.Length > 0;
        bool isSound = (declaration.IsUnion || bindings.IsConstructible)
            && declaration.Constraints.All(static constraint => constraint.HasRightShape)
            && (!isCase || CaseAccess.IsVisible(declaration));
        if (!isSound || new MemberParser(declaration, names, cancellationToken).ParseAll() is not { } members)
        {
            return null;
        }

        if (ParseCases(declaration, names, [.. inherited, .. members]) is not { } cases)
        {
            return null;
        }

        return new NodeModel
        {
            DisplayName = declaration.Type.Name,
            TypeName = declaration.Type.ToCode(),
            Name = declaration.Name,
            DescriptorProperty = property,
            Accessibility = accessibility,
            Members = members,
            Bindings = declaration.IsUnion ? EquatableArray<BindingModel>.Empty : ParseBindings(declaration, bindings, inherited, members),
            OptionalArgument = bindings.ParseOptionalArgument(),
            Cases = cases,
            Constraints = declaration.Constraints
                .Select(constraint => new ConstraintModel(
                    constraint.Method.Name,
                    isCase && !CaseAccess.IsVisible(constraint.Method),
                    constraint.Method.Parameters[0].RefKind != RefKind.None))
                .ToEquatableArray(),
        };
    }

    private EquatableArray<NodeModel>? ParseCases(SpaceDeclaration declaration, MemberNames names, ImmutableArray<MemberModel> inherited)
    {
        var cases = ImmutableArray.CreateBuilder<NodeModel>(declaration.Cases.Length);
        foreach (SpaceDeclaration inner in declaration.Cases)
        {
            string accessibility = MemberNames.AccessibilityOf(inner.Type.DeclaredAccessibility);
            if (!inner.Type.TypeParameters.IsEmpty || Parse(inner, names.TakeCase(inner), accessibility, inherited) is not { } node)
            {
                return null;
            }

            cases.Add(node);
        }

        return new EquatableArray<NodeModel>(cases.MoveToImmutable());
    }

    private static EquatableArray<BindingModel> ParseBindings(
        SpaceDeclaration declaration,
        BindingParser bindings,
        ImmutableArray<MemberModel> inherited,
        EquatableArray<MemberModel> members)
    {
        var all = ImmutableArray.CreateBuilder<BindingModel>(inherited.Length + members.Count);
        foreach (MemberModel member in inherited)
        {
            all.Add(bindings.ParseInherited(Find(declaration.Inherited, member), member));
        }

        foreach (MemberModel member in members)
        {
            all.Add(bindings.ParseOwn(Find(declaration.Parameters, member), member));
        }

        return new EquatableArray<BindingModel>(all.MoveToImmutable());
    }

    // Members are not in the order of their declarations: parents come first.
    private static ParameterDeclaration Find(ImmutableArray<ParameterDeclaration> declarations, MemberModel member)
        => declarations.Last(declaration => Identifiers.Escape(declaration.Property!.Name) == member.Identifier);
}
