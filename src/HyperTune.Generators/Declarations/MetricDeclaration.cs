using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A metric or a record: a property or positional parameter with metric attributes, before any check.</summary>
internal sealed class MetricDeclaration
{
    /// <summary>The property that holds the value.</summary>
    public required IPropertySymbol Property { get; init; }

    /// <summary>The parameter of the primary constructor that gives the value, or null where none does.</summary>
    public required IParameterSymbol? Argument { get; init; }

    /// <summary>Whether the property's value follows from others: it has no setter and holds nothing itself.</summary>
    public bool IsComputed
        => Property.SetMethod is null
            && !Property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(storage => SymbolEqualityComparer.Default.Equals(storage.AssociatedSymbol, Property));

    /// <summary>All metric attributes on it, in source order; those on a positional parameter first.</summary>
    public required ImmutableArray<AttributeData> Attributes { get; init; }

    public AttributeData? Maximize => FindAttribute("MaximizeAttribute");

    public AttributeData? Minimize => FindAttribute("MinimizeAttribute");

    public AttributeData? AtMost => FindAttribute("AtMostAttribute");

    public AttributeData? AtLeast => FindAttribute("AtLeastAttribute");

    public AttributeData? Record => FindAttribute("RecordAttribute");

    /// <summary>Whether the member is a record and nothing else.</summary>
    public bool IsRecord => Attributes.All(static attribute => AttributeReader.IsRuntime(attribute, "RecordAttribute"));

    /// <summary>The stable name if one of the attributes gives it, else the property's own.</summary>
    public string Name
    {
        get
        {
            foreach (AttributeData attribute in Attributes)
            {
                if (AttributeReader.Text(attribute, nameof(Name)) is { } name)
                {
                    return name;
                }
            }

            return Property.Name;
        }
    }

    private AttributeData? FindAttribute(string name)
    {
        foreach (AttributeData attribute in Attributes)
        {
            if (attribute.AttributeClass?.MetadataName == name)
            {
                return attribute;
            }
        }

        return null;
    }
}
