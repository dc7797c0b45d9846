using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A tuned member with the names that its descriptor uses for it.</summary>
internal abstract class MemberCode(MemberModel model, Position start)
{
    public MemberModel Model { get; } = model;

    /// <summary>Where its values start in the vector.</summary>
    public Position Start { get; } = start;

    /// <summary>Where the next member's values start.</summary>
    public abstract Position End { get; }

    /// <summary>Whether the member exists, or null for always.</summary>
    public ConditionCode? Condition { get; set; }

    /// <summary>The name of the member's property in the descriptor.</summary>
    public string Property { get; } = Identifiers.Escape(model.DescriptorProperty);

    /// <summary>The member's property in the config.</summary>
    public string Identifier { get; } = Identifiers.Escape(model.PropertyName);

    /// <summary>The member's value in the config.</summary>
    public virtual string Value => $"config.{Identifier}";

    /// <summary>The stable name as a literal.</summary>
    public string NameLiteral { get; } = Literals.String(model.Name);

    /// <summary>The member's part of the vector.</summary>
    public string Slice => Position.Slice("vector", Start, End);

    /// <summary>The type of the member's property in the descriptor.</summary>
    public abstract string PropertyType { get; }

    /// <summary>The type of the member's property in the gradient.</summary>
    public abstract string GradientType { get; }

    /// <summary>The default where it is a constant.</summary>
    public virtual string? DefaultLiteral => null;

    /// <summary>The default where there is no initializer.</summary>
    public abstract string Middle { get; }

    /// <summary>From the vector to the member's value.</summary>
    public abstract string Decode { get; }

    /// <summary>A statement from the member's value to the vector.</summary>
    public abstract string Encode { get; }

    /// <summary>A statement that draws the member's part of the vector.</summary>
    public abstract string Sample { get; }

    /// <summary>A statement that writes not a number where the member does not exist.</summary>
    public abstract string Clear { get; }

    /// <summary>A statement that writes the member's part of a gradient.</summary>
    public abstract string EncodeGradient { get; }

    /// <summary>A statement that checks the member's value.</summary>
    /// <param name="property">The property that describes it.</param>
    /// <param name="fullName">The expression of the member's full name.</param>
    public abstract string Validate(string property, string fullName);

    /// <summary>A statement that writes the member as JSON: its name and its value.</summary>
    public abstract string WriteJson { get; }

    /// <summary>The member's value read from JSON.</summary>
    /// <param name="fallback">The value that gives what is missing.</param>
    public abstract string ReadJson(string fallback);

    /// <summary>The name of a constraint that the member breaks, or null where it has none.</summary>
    /// <param name="property">The property that describes it.</param>
    public virtual string? FindViolatedConstraint(string property) => null;

    /// <summary>Whether there are constraints inside, or null where there are none.</summary>
    public virtual string? HasConstraints => null;

    /// <summary>The value of the type that stands for nothing.</summary>
    public string Nothing => $"default({Model.TypeName}){(Model.IsNullable || !IsReference ? "" : "!")}";

    protected abstract bool IsReference { get; }
}
