using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace HyperTune.CompilerServices;

/// <summary>The names of the members of a JSON object. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers
{
    private readonly byte[][] _names;

    /// <summary>Creates the list of names.</summary>
    /// <param name="names">The names, in the order in which they are written.</param>
    public JsonMembers(params string[] names) => _names = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Goes to the value of the next member with one of the names, skipping all others; at the object's end stays there.</summary>
    /// <param name="reader">The reader, inside an object.</param>
    /// <param name="member">Which of the names the last member had, -1 in front of the first; which of them the next one has.</param>
    /// <returns><see langword="false"/> at the object's end.</returns>
    public bool Read(ref Utf8JsonReader reader, ref int member)
    {
        while (ConfigJson.ReadMember(ref reader))
        {
            if (Find(ref reader, member + 1) is >= 0 and var found)
            {
                member = found;
                reader.Read();
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    // What was written by us has its members in order, so that the expected one is nearly always the right one.
    private int Find(ref Utf8JsonReader reader, int expected)
    {
        byte[][] names = _names;
        for (int i = 0; i < names.Length; i++)
        {
            int candidate = expected + i;
            candidate -= candidate >= names.Length ? names.Length : 0;
            if (reader.ValueTextEquals(names[candidate]))
            {
                return candidate;
            }
        }

        return -1;
    }
}
