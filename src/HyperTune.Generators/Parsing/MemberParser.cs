using System.Collections.Immutable;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the tuned members of a type that the rules find no fault with.</summary>
/// <param name="declaration">The type.</param>
/// <param name="names">The names in its descriptor.</param>
/// <param name="bindings">How its creation sets members.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class MemberParser(SpaceDeclaration declaration, MemberNames names, BindingParser bindings, CancellationToken cancellationToken)
{
    /// <summary>The type's own members, each behind the one that decides whether it exists.</summary>
    public ImmutableArray<ParsedMember> ParseAll()
    {
        var members = ImmutableArray.CreateBuilder<ParsedMember>(declaration.Parameters.Length);
        foreach (ParameterDeclaration parameter in MemberOrder.ParentsFirst(declaration.Parameters))
        {
            cancellationToken.ThrowIfCancellationRequested();
            MemberModel member = Parse(parameter);
            members.Add(new ParsedMember(parameter, member with
            {
                Condition = parameter.When is { } when ? ParseCondition(parameter, when, members) : null,
                Binding = declaration.IsUnion ? null : bindings.ParseOwn(parameter, member.Default.Kind),
            }));
        }

        return members.Count == declaration.Parameters.Length ? members.MoveToImmutable() : throw Ensured.Fault(declaration.Type, "its members wait for each other");
    }

    private static ConditionModel ParseCondition(ParameterDeclaration parameter, WhenDeclaration when, ImmutableArray<ParsedMember>.Builder members)
    {
        foreach (ParsedMember member in members)
        {
            if (member.Declaration.MemberName == when.ParameterName && member.Model is ParameterModel { Distribution: { } distribution })
            {
                return ConditionParser.Parse(when, member.Declaration, distribution);
            }
        }

        throw Ensured.Fault(parameter.Symbol, $"'{when.ParameterName}', which decides whether it exists, is no parameter");
    }

    private MemberModel Parse(ParameterDeclaration parameter)
    {
        // Values are read back through it.
        IPropertySymbol property = Ensured.Found(parameter.Property, parameter.Symbol, "there is no property of its");
        return parameter.Composite is { } composite ? ParseComposite(parameter, property, composite)
            : parameter.Repeat is { } repeat ? ParseList(parameter, property, repeat)
            : ParseSingle(parameter, property, parameter.Type.ToAnnotatedCode());
    }

    private MemberModel ParseSingle(ParameterDeclaration parameter, IPropertySymbol property, string typeName)
        => parameter.Distributions.IsEmpty ? ParseNested(parameter, property, typeName) : ParseParameter(parameter, property, typeName);

    private NestedSpaceModel ParseNested(ParameterDeclaration parameter, IPropertySymbol property, string typeName)
    {
        INamedTypeSymbol space = Ensured.Found(parameter.UnderlyingType as INamedTypeSymbol, parameter.Symbol, "its type is no search space");
        bool isContinuous = Continuity.HasContinuous(space, cancellationToken);
        return new NestedSpaceModel
        {
            PropertyName = property.Name,
            Name = parameter.Name,
            DescriptorProperty = names.TakeProperty(parameter),
            Accessibility = MemberNames.AccessibilityOf(parameter),
            TypeName = typeName,
            IsNullable = parameter.IsNullable,
            Default = DefaultOfParts(parameter),
            Summary = DocumentationReader.ReadSummary(parameter.Symbol, cancellationToken),
            IsContinuous = isContinuous,
            IsOptional = parameter.IsOptionalSpace,
            DescriptorType = GeneratedTypes.DescriptorOf(space),
            GradientType = isContinuous ? GeneratedTypes.GradientOf(space) : null,
            IsReferenceType = space.IsReferenceType,
        };
    }

    private ParameterModel ParseParameter(ParameterDeclaration parameter, IPropertySymbol property, string typeName)
    {
        DistributionModel distribution = DistributionParser.Parse(parameter);
        return new ParameterModel
        {
            PropertyName = property.Name,
            Name = parameter.Name,
            DescriptorProperty = names.TakeProperty(parameter),
            Accessibility = MemberNames.AccessibilityOf(parameter),
            TypeName = typeName,
            UnderlyingTypeName = parameter.UnderlyingType.ToCode(),
            IsNullable = parameter.IsNullable,
            Default = parameter.Repeat is null ? DefaultParser.Parse(parameter, distribution) : DefaultParser.Unstated(parameter, distribution),
            Summary = DocumentationReader.ReadSummary(parameter.Symbol, cancellationToken),
            IsContinuous = Continuity.IsContinuous(parameter, cancellationToken),
            Kind = parameter.Kind,
            Distribution = distribution,
            Bound = parameter.Bounds.IsEmpty ? null : ParseBound(parameter, parameter.Bounds[0]),
        };
    }

    private CompositeModel ParseComposite(ParameterDeclaration parameter, IPropertySymbol property, DistributionDeclaration composite)
    {
        string element = parameter.UnderlyingType.ToCode();
        EquatableArray<ConstantModel> members = CompositeParser.Members(parameter);
        return new CompositeModel
        {
            PropertyName = property.Name,
            Name = parameter.Name,
            DescriptorProperty = names.TakeProperty(parameter),
            Accessibility = MemberNames.AccessibilityOf(parameter),
            TypeName = parameter.ListKind == ListKind.None ? element : ListTypeName(parameter, element),
            IsNullable = IsNullableList(parameter),
            Default = DefaultOfParts(parameter),
            Summary = DocumentationReader.ReadSummary(parameter.Symbol, cancellationToken),
            IsContinuous = false,
            Kind = composite.Kind,
            ListKind = parameter.ListKind,
            ElementTypeName = element,
            Members = members,
            Length = composite.Length ?? members.Count,
            Least = composite.Least,
        };
    }

    private BoundModel ParseBound(ParameterDeclaration parameter, BoundDeclaration bound) => new(
        Ensured.Found(BoundRules.Other(bound, declaration.Parameters), parameter.Symbol, "there is no member that ends its range").Name,
        bound.IsUpper);

    private ListModel ParseList(ParameterDeclaration parameter, IPropertySymbol property, RepeatDeclaration repeat)
    {
        MemberModel element = ParseSingle(parameter, property, parameter.ValueType.ToAnnotatedCode());
        return new ListModel
        {
            PropertyName = element.PropertyName,
            Name = element.Name,
            DescriptorProperty = element.DescriptorProperty,
            Accessibility = element.Accessibility,
            TypeName = ListTypeName(parameter, element.TypeName),
            IsNullable = IsNullableList(parameter),
            Default = DefaultOfParts(parameter),
            Summary = element.Summary,
            IsContinuous = element.IsContinuous,
            Kind = parameter.ListKind,
            Minimum = repeat.Minimum,
            Maximum = repeat.Maximum,
            Element = element,
        };
    }

    // Written around the element's own type: where annotations are off, no type inside another says anything about null.
    private static string ListTypeName(ParameterDeclaration parameter, string element)
    {
        string list = parameter.ListKind switch
        {
            ListKind.Array => element + "[]",
            ListKind.ImmutableArray => $"global::System.Collections.Immutable.ImmutableArray<{element}>",
            ListKind.List => $"global::System.Collections.Generic.List<{element}>",
            ListKind.MutableList => $"global::System.Collections.Generic.IList<{element}>",
            _ => $"global::System.Collections.Generic.IReadOnlyList<{element}>",
        };
        return IsNullableList(parameter) ? list + "?" : list;
    }

    private static bool IsNullableList(ParameterDeclaration parameter) => parameter.Type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated };

    // "= null!" only silences the compiler.
    private static DefaultModel DefaultOfParts(ParameterDeclaration parameter)
        => parameter.Default.Exists && parameter.Default.Constant is not { HasValue: true, Value: null } ? new DefaultModel(DefaultKind.Expression)
            : parameter.IsOptionalSpace ? new DefaultModel(DefaultKind.Constant)
            : new DefaultModel(DefaultKind.Middle);
}
