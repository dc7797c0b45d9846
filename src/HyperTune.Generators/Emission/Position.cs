using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A place in the vector: a number, or a number of places behind a field that is known at run time only (where a nested space ends).</summary>
internal readonly record struct Position(string? Field, int Distance)
{
    public static Position Start => new(null, 0);

    public static Position operator +(Position position, int distance) => position with { Distance = position.Distance + distance };

    /// <summary>The part of a vector between two places.</summary>
    public static string Slice(string vector, Position start, Position end) => $"{vector}[{start.Operand}..{end.Operand}]";

    /// <summary>The place as an expression.</summary>
    public override string ToString() => (Field, Distance) switch
    {
        (null, _) => Literals.Text(Distance),
        (_, 0) => Field,
        _ => $"{Field} + {Literals.Text(Distance)}",
    };

    /// <summary>The place as an operand of something that binds more tightly than a sum.</summary>
    public string Operand => Field is not null && Distance != 0 ? $"({this})" : ToString();
}
