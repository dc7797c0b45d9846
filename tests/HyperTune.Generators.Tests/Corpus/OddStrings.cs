using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice("</script>", "{0}", "{{", "}}", "\"\"\"", "\r\n", "\t", "'", "\\", "\0", " ", "", "*/", "//", "--> <!--", "&amp;", "\u2028")] public string Odd { get; init; } = "</script>";
    [Choice(null, "a")] public string? Maybe { get; init; } = "a";
    [When(nameof(Odd), "</script>", "\"\"\"")] [Uniform(0, 1)] public double X { get; init; }
    [When(nameof(Maybe), null)] [Uniform(0, 1)] public double Y { get; init; }
}
