using System.Text.Json;

namespace HyperTune.Views.Documents;

/// <summary>Texts that many trials share, each once; a text keeps its place for good.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>The place of a text, a new one for one that is new; <see langword="null"/> for none.</summary>
    public int? PlaceOf(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!_places.TryGetValue(name, out int place))
        {
            place = _names.Count;
            _places.Add(name, place);
            _names.Add(name);
        }

        return place;
    }

    public void Write(Utf8JsonWriter writer, string property)
    {
        writer.WriteStartArray(property);
        foreach (string name in _names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
