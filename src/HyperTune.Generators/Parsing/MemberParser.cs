using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the tuned members of a valid type.</summary>
/// <param name="declaration">The type.</param>
/// <param name="names">The names in its descriptor.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class MemberParser(SpaceDeclaration declaration, MemberNames names, CancellationToken cancellationToken)
{
    /// <summary>The type's own members, each behind the one that decides whether it exists; null where no code can be written for one.</summary>
    public EquatableArray<MemberModel>? ParseAll()
    {
        var members = ImmutableArray.CreateBuilder<MemberModel>(declaration.Parameters.Length);
        foreach (ParameterDeclaration parameter in MemberOrder.ParentsFirst(declaration.Parameters))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Parse(parameter) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        // Members of a circle of conditions have no place.
        return members.Count == declaration.Parameters.Length ? new EquatableArray<MemberModel>(members.MoveToImmutable()) : null;
    }

    private MemberModel? Parse(ParameterDeclaration parameter)
    {
        // Values are read back through a property and set through it or through the constructor.
        if (parameter.Property is not { GetMethod: not null } property || (parameter.Positional is null && property.SetMethod is null))
        {
            return null;
        }

        ConditionModel? condition = null;
        if (parameter.When is { } when && (condition = ParseCondition(when)) is null)
        {
            return null;
        }

        MemberModel? member = parameter.Repeat is { } repeat
            ? ParseList(parameter, property, repeat)
            : ParseSingle(parameter, property, parameter.Type.ToAnnotatedCode());
        return member is null ? null : member with { Condition = condition };
    }

    private ConditionModel? ParseCondition(WhenDeclaration when)
        => declaration.Parameters.FirstOrDefault(parameter => parameter.MemberName == when.ParameterName) is { } parent
            ? ConditionParser.Parse(when, parent)
            : null;

    private MemberModel? ParseSingle(ParameterDeclaration parameter, IPropertySymbol property, string typeName)
        => parameter.Distributions.IsEmpty ? ParseNested(parameter, property, typeName) : ParseParameter(parameter, property, typeName);

    private NestedSpaceModel? ParseNested(ParameterDeclaration parameter, IPropertySymbol property, string typeName)
    {
        if (parameter.UnderlyingType is not INamedTypeSymbol space || !space.HasGeneratedPart(cancellationToken))
        {
            return null;
        }

        bool isContinuous = Continuity.HasContinuous(space, cancellationToken);
        return new NestedSpaceModel
        {
            Identifier = Identifiers.Escape(property.Name),
            Name = parameter.Name,
            DescriptorProperty = names.TakeProperty(parameter),
            Accessibility = MemberNames.AccessibilityOf(parameter),
            TypeName = typeName,
            IsNullable = parameter.IsNullable,
            Default = HasInitializer(parameter) ? new DefaultModel(DefaultKind.Expression, Literal: null, Text: null)
                : parameter.IsOptionalSpace ? new DefaultModel(DefaultKind.Constant, ConstantParser.Null, "absent")
                : new DefaultModel(DefaultKind.Middle, Literal: null, Text: null),
            Condition = null,
            Summary = DocumentationReader.ReadSummary(parameter.Symbol, cancellationToken),
            IsContinuous = isContinuous,
            IsOptional = parameter.IsOptionalSpace,
            DescriptorType = GeneratedTypes.DescriptorOf(space),
            GradientType = isContinuous ? GeneratedTypes.GradientOf(space) : null,
            IsReferenceType = space.IsReferenceType,
        };
    }

    private ParameterModel? ParseParameter(ParameterDeclaration parameter, IPropertySymbol property, string typeName)
    {
        if (DistributionParser.Parse(parameter) is not { } distribution)
        {
            return null;
        }

        return new ParameterModel
        {
            Identifier = Identifiers.Escape(property.Name),
            Name = parameter.Name,
            DescriptorProperty = names.TakeProperty(parameter),
            Accessibility = MemberNames.AccessibilityOf(parameter),
            TypeName = typeName,
            UnderlyingTypeName = parameter.UnderlyingType.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToAnnotatedCode(),
            IsNullable = parameter.IsNullable,
            Default = parameter.Repeat is null ? DefaultParser.Parse(parameter, distribution) : DefaultParser.Unstated(parameter, distribution),
            Condition = null,
            Summary = DocumentationReader.ReadSummary(parameter.Symbol, cancellationToken),
            IsContinuous = Continuity.IsContinuous(parameter, cancellationToken),
            Kind = parameter.Kind,
            Distribution = distribution,
        };
    }

    private ListModel? ParseList(ParameterDeclaration parameter, IPropertySymbol property, RepeatDeclaration repeat)
    {
        bool isSound = repeat.IsReadable && parameter.ListKind != ListKind.None && repeat.Minimum >= 0 && repeat.Maximum >= 1 && repeat.Minimum <= repeat.Maximum;
        if (!isSound || ParseSingle(parameter, property, parameter.ValueType.ToAnnotatedCode()) is not { } element)
        {
            return null;
        }

        return new ListModel
        {
            Identifier = element.Identifier,
            Name = element.Name,
            DescriptorProperty = element.DescriptorProperty,
            Accessibility = element.Accessibility,
            TypeName = ListTypeName(parameter, element.TypeName),
            IsNullable = parameter.Type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated },
            Default = new DefaultModel(HasInitializer(parameter) ? DefaultKind.Expression : DefaultKind.Middle, Literal: null, Text: null),
            Condition = null,
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
        return parameter.Type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated } ? list + "?" : list;
    }

    // "= null!" only silences the compiler.
    private static bool HasInitializer(ParameterDeclaration parameter)
        => parameter.Default.Exists && parameter.Default.Constant is not { HasValue: true, Value: null };
}
