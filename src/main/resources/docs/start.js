// The address of the contract is relative, so that it also holds behind a proxy that adds a prefix.
SwaggerUIBundle({
  url: new URL('../openapi', document.baseURI).href,
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
});
