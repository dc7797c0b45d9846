using System;
using System.Collections.Generic;
using System.Globalization;

namespace HyperTune.Generators.Roslyn;

/// <summary>Hands out names that do not collide.</summary>
internal sealed class NameScope(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Takes the wished name, with a number behind it where it is taken already.</summary>
    public string Take(string wish)
    {
        string name = wish;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = wish + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
