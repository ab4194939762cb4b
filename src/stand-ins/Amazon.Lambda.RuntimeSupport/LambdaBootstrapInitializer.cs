namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once, before the first event. False ends the run without an error; an exception is reported to Lambda.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
