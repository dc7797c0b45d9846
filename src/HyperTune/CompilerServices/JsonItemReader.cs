using System.ComponentModel;
using System.Text.Json;

namespace HyperTune.CompilerServices;

/// <summary>Reads one element of a list from JSON. For generated code.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="reader">The reader, on the element.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonItemReader<T>(ref Utf8JsonReader reader);
