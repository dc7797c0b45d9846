using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;

namespace HyperTune.CompilerServices;

/// <summary>Creates what stands for tuned orders. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TunedPermutations
{
    /// <summary>An order of the numbers from 0.</summary>
    /// <param name="name">The member's own name.</param>
    /// <param name="length">How many numbers there are.</param>
    public static TunedPermutation<int> OfNumbers(string name, int length) => new(name, [.. Enumerable.Range(0, length)], [])
    {
        Read = (ref Utf8JsonReader reader) => ConfigJson.ReadInt32(ref reader, name),
        Write = static (writer, item) => ConfigJson.Write(writer, item),
    };

    /// <summary>An order of an enum's members.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The member's own name.</param>
    /// <param name="members">The enum's members, all different.</param>
    /// <param name="labels">Their names.</param>
    public static TunedPermutation<T> OfMembers<T>(string name, ImmutableArray<T> members, ImmutableArray<string> labels)
        where T : struct, Enum
        => new(name, members, labels)
        {
            Read = (ref Utf8JsonReader reader) => ConfigJson.ReadEnum<T>(ref reader, name),
            Write = static (writer, item) => ConfigJson.WriteEnum<T>(writer, item),
        };
}
