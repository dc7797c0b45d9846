namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A tuned member of a declaration. Mistakes overwrite parts of it as text.</summary>
internal sealed class MemberDraft
{
    /// <summary>The name without an @.</summary>
    public required string Name { get; set; }

    public MemberType Type { get; set; }

    /// <summary>Whether the type, for a list that of its elements, is annotated with a question mark.</summary>
    public bool IsNullable { get; set; }

    /// <summary>The distribution; null for a nested space and for what is made of several parameters.</summary>
    public DistributionDraft? Distribution { get; set; }

    /// <summary>The type of a nested space.</summary>
    public SpaceDraft? Space { get; set; }

    /// <summary>What the member is made of, where it is made of several parameters.</summary>
    public CompositeDraft? Composite { get; set; }

    public ConditionDraft? When { get; set; }

    /// <summary>The member above whose value this one's is not.</summary>
    public MemberDraft? NotAbove { get; set; }

    public RepeatDraft? Repeat { get; set; }

    /// <summary>The stable name of a nested space or a list.</summary>
    public string? StableName { get; set; }

    /// <summary>The initializer or the default of the positional parameter as C#; null where there is none.</summary>
    public string? Initializer { get; set; }

    /// <summary>The initializer's value, where <see cref="HasKnownInitializer"/>.</summary>
    public object? InitialValue { get; set; }

    public bool HasKnownInitializer { get; set; }

    public bool IsRequired { get; set; }

    public string Accessibility { get; set; } = "public";

    public string Accessors { get; set; } = "{ get; set; }";

    /// <summary>More attributes, as C#.</summary>
    public List<string> ExtraAttributes { get; } = [];

    /// <summary>A type in place of the right one, as C#.</summary>
    public string? OtherType { get; set; }

    /// <summary>A distribution in place of the right one, as C#.</summary>
    public string? OtherDistribution { get; set; }

    /// <summary>A condition in place of the right one, as C#.</summary>
    public string? OtherCondition { get; set; }

    /// <summary>A list attribute in place of the right one, as C#.</summary>
    public string? OtherRepeat { get; set; }

    /// <summary>Whether the member is one value of a simple type, drawn from a distribution.</summary>
    public bool IsScalar => Distribution is not null && Repeat is null;

    /// <summary>Whether the member is a nested space that a config can do without.</summary>
    public bool IsOptional => Space is not null && IsNullable && Repeat is null;

    /// <summary>The type as C#.</summary>
    public string WriteType(EnumDraft enumeration)
    {
        string element = (Space?.Reference ?? Type.Keyword(enumeration)) + (IsNullable ? "?" : "");
        return OtherType ?? Composite?.WriteType() ?? (Repeat is null ? element : string.Format(System.Globalization.CultureInfo.InvariantCulture, Repeat.ListType, element));
    }

    /// <summary>The attributes as C#, each alone.</summary>
    public IEnumerable<string> WriteAttributes(EnumDraft enumeration)
        => new[]
            {
                OtherCondition ?? When?.Write(enumeration),
                OtherRepeat ?? Repeat?.Write(),
                NotAbove is null ? null : $"NotAbove({MemberTypes.Argument(NotAbove.Name, enumeration)})",
                OtherDistribution ?? Composite?.Attribute ?? Distribution?.Write(enumeration),
                StableName is null ? null : $"StableName({MemberTypes.Argument(StableName, enumeration)})",
            }
            .Where(static attribute => !string.IsNullOrEmpty(attribute))
            .OfType<string>()
            .Concat(ExtraAttributes);
}
