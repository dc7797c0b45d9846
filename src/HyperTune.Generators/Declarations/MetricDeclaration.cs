using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A property or positional parameter with metric attributes, before any check.</summary>
internal sealed class MetricDeclaration
{
    /// <summary>The property that holds the value.</summary>
    public required IPropertySymbol Property { get; init; }

    /// <summary>All metric attributes on it, in source order; those on a positional parameter first.</summary>
    public required ImmutableArray<AttributeData> Attributes { get; init; }

    public AttributeData? Maximize => FindAttribute("MaximizeAttribute");

    public AttributeData? Minimize => FindAttribute("MinimizeAttribute");

    public AttributeData? AtMost => FindAttribute("AtMostAttribute");

    public AttributeData? AtLeast => FindAttribute("AtLeastAttribute");

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
