using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    public sealed record C0([Uniform(0, 1)] double X) : Config;
    public sealed record C1([Uniform(0, 2)] double X) : Config;
    public sealed record C2([Uniform(0, 3)] double X) : Config;
    public sealed record C3([Uniform(0, 4)] double X) : Config;
    public sealed record C4([Uniform(0, 5)] double X) : Config;
    public sealed record C5([Uniform(0, 6)] double X) : Config;
    public sealed record C6([Uniform(0, 7)] double X) : Config;
    public sealed record C7([Uniform(0, 8)] double X) : Config;
    public sealed record C8([Uniform(0, 9)] double X) : Config;
    public sealed record C9([Uniform(0, 10)] double X) : Config;
    public sealed record C10([Uniform(0, 11)] double X) : Config;
    public sealed record C11([Uniform(0, 12)] double X) : Config;
    public sealed record C12([Uniform(0, 13)] double X) : Config;
    public sealed record C13([Uniform(0, 14)] double X) : Config;
    public sealed record C14([Uniform(0, 15)] double X) : Config;
    public sealed record C15([Uniform(0, 16)] double X) : Config;
    public sealed record C16([Uniform(0, 17)] double X) : Config;
    public sealed record C17([Uniform(0, 18)] double X) : Config;
    public sealed record C18([Uniform(0, 19)] double X) : Config;
    public sealed record C19([Uniform(0, 20)] double X) : Config;
    public sealed record C20([Uniform(0, 21)] double X) : Config;
    public sealed record C21([Uniform(0, 22)] double X) : Config;
    public sealed record C22([Uniform(0, 23)] double X) : Config;
    public sealed record C23([Uniform(0, 24)] double X) : Config;
    public sealed record C24([Uniform(0, 25)] double X) : Config;
    public sealed record C25([Uniform(0, 26)] double X) : Config;
    public sealed record C26([Uniform(0, 27)] double X) : Config;
    public sealed record C27([Uniform(0, 28)] double X) : Config;
    public sealed record C28([Uniform(0, 29)] double X) : Config;
    public sealed record C29([Uniform(0, 30)] double X) : Config;
    public sealed record C30([Uniform(0, 31)] double X) : Config;
    public sealed record C31([Uniform(0, 32)] double X) : Config;
    public sealed record C32([Uniform(0, 33)] double X) : Config;
    public sealed record C33([Uniform(0, 34)] double X) : Config;
    public sealed record C34([Uniform(0, 35)] double X) : Config;
    public sealed record C35([Uniform(0, 36)] double X) : Config;
    public sealed record C36([Uniform(0, 37)] double X) : Config;
    public sealed record C37([Uniform(0, 38)] double X) : Config;
    public sealed record C38([Uniform(0, 39)] double X) : Config;
    public sealed record C39([Uniform(0, 40)] double X) : Config;
}
