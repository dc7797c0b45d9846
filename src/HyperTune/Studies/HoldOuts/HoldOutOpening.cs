using System.Globalization;
using HyperTune.Text;

namespace HyperTune;

/// <summary>That a study opened a hold-out.</summary>
/// <param name="HoldOut">The hold-out's name.</param>
/// <param name="OpenedAt">When it was.</param>
/// <param name="Description">For which trial, and what came out.</param>
public sealed record HoldOutOpening(string HoldOut, DateTimeOffset OpenedAt, string Description)
{
    /// <summary>The opening in one line.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(HoldOut)}, {OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {Printable.Of(Description)}");
}
