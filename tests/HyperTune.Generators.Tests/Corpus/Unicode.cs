using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

/// <summary>Größe &amp; <see cref="Zähler"/>.</summary>
[SearchSpace] public sealed partial record Größe
{
    /// <summary>Das ist <b>fett</b> &lt;nicht&gt; <c>"zitiert"</c>.</summary>
    [Uniform(0, 1, Name = "zähler")] public double Zähler { get; init; }
    [Choice("日本", "中文", "🙂")] public string 言語 { get; init; } = "日本";
    [Uniform(0, 1)] public double ﬁ { get; init; }
}
